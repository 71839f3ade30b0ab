/** What can be written: each command with its options. `true` marks an option that takes a value. */
export const options = {
  data: true,
  port: true,
  host: true,
  'tls-cert': true,
  'tls-key': true,
  'behind-proxy': false,
  'checkpoints-to': true,
  clamd: true,
  reset: false,
  export: true,
  to: true,
  recipient: true,
  'passphrase-file': true,
  'identity-file': true,
  check: false,
  by: true,
  witness: true,
  reason: true,
  'accept-rollback': false,
  'full-mark': true,
  facts: true,
  json: false,
  text: false,
  batch: true,
  out: true,
  render: false,
  figures: true,
  explain: true,
  examples: false,
  key: true,
  code: true,
  seal: true,
  seen: true,
  public: false,
  lang: true,
  help: false,
  version: false,
} as const

export type OptionName = keyof typeof options

const everywhere = ['lang', 'help', 'version'] as const

export const commands = {
  start: ['data', 'port', 'host', 'tls-cert', 'tls-key', 'behind-proxy', 'checkpoints-to', 'clamd', ...everywhere],
  stop: ['data', ...everywhere],
  status: ['data', ...everywhere],
  migrate: ['data', ...everywhere],
  'check-files': ['data', ...everywhere],
  archive: ['data', 'out', 'public', ...everywhere],
  import: ['data', 'key', 'seal', ...everywhere],
  'sm2-key': ['data', ...everywhere],
  demo: ['data', 'reset', 'export', ...everywhere],
  backup: ['data', 'to', 'recipient', 'passphrase-file', ...everywhere],
  restore: [
    'data',
    'identity-file',
    'passphrase-file',
    'check',
    'by',
    'witness',
    'reason',
    'checkpoints-to',
    'accept-rollback',
    ...everywhere,
  ],
  rule: ['full-mark', 'facts', 'examples', 'json', 'batch', ...everywhere],
  'read-notice': ['json', 'text', 'batch', 'out', ...everywhere],
  'check-paper': ['json', 'render', 'figures', ...everywhere],
  score: ['json', 'explain', ...everywhere],
  'lint-plan': ['examples', 'json', ...everywhere],
  schema: [...everywhere],
  verify: ['key', 'code', 'seal', 'seen', 'json', ...everywhere],
  'check-draw': ['json', ...everywhere],
} as const satisfies Record<string, readonly OptionName[]>

/** How many files or words a command may take behind its name. */
export const operandCount: { readonly [Name in CommandName]?: number } = {
  'read-notice': 1,
  'check-paper': 1,
  rule: 1,
  score: 2,
  'lint-plan': 1,
  schema: 1,
  restore: 1,
  verify: 1,
  archive: 1,
  import: 1,
  'check-draw': 1,
}

/** Options that take no value with this command: `rule --batch` reads standard input. */
export const withoutValue: Readonly<Record<string, readonly OptionName[]>> = { rule: ['batch'] }

export type CommandName = keyof typeof commands

export const isCommand = (text: string): text is CommandName => Object.hasOwn(commands, text)

export const isOption = (text: string): text is OptionName => Object.hasOwn(options, text)
