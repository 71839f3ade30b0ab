/** What can be written: each command with its options. `true` marks an option that takes a value. */
export const options = {
  data: true,
  port: true,
  host: true,
  'tls-cert': true,
  'tls-key': true,
  'behind-proxy': false,
  reset: false,
  json: false,
  text: false,
  batch: true,
  out: true,
  lang: true,
  help: false,
  version: false,
} as const

export type OptionName = keyof typeof options

const everywhere = ['lang', 'help', 'version'] as const

export const commands = {
  start: ['data', 'port', 'host', 'tls-cert', 'tls-key', 'behind-proxy', ...everywhere],
  stop: ['data', ...everywhere],
  status: ['data', ...everywhere],
  migrate: ['data', ...everywhere],
  demo: ['data', 'reset', ...everywhere],
  'read-notice': ['json', 'text', 'batch', 'out', ...everywhere],
} as const satisfies Record<string, readonly OptionName[]>

/** Commands that take a file behind their name. */
export const takesFile: readonly CommandName[] = ['read-notice']

export type CommandName = keyof typeof commands

export const isCommand = (text: string): text is CommandName => Object.hasOwn(commands, text)

export const isOption = (text: string): text is OptionName => Object.hasOwn(options, text)
