import { readFileSync } from 'node:fs'
import { readSealMark } from '@quanheng/log/seal-mark'
import type * as Server from '@quanheng/server/commands/index'
import type { CommandName } from './grammar.ts'
import { helpPage } from './help.ts'
import { type Invocation, keysIn, parse, parsePort, UsageError } from './parse.ts'
import { FactsRefused, FilesRefused, NoticeRefused, PaperRefused } from './refused.ts'
import { type Language, texts } from './texts/texts.ts'
import type { Words } from './texts/words.ts'

/** Loaded by the commands that need it: a notice or a rule is read in half the time without. */
const server = () => import('@quanheng/server/commands/index')

/** 0 done · 1 refused or failed · 2 not understood. */
/** `noticed`: what was verified holds, and a person has to account for something in it. */
const exit = { done: 0, refused: 1, usage: 2, noticed: 3 } as const

/** These notices are what the command was asked for; all others go to standard error. */
const results: readonly Server.NoticeCode[] = [
  'server.ready',
  'server.status',
  'log.sealed',
  'log.trouble',
  'demo.ready',
  'archive.made',
  'archive.imported',
  'backup.made',
  'backup.sound',
  'restore.done',
  'files.scanner',
  'files.unchecked',
  'files.checked',
  'files.fault',
  'key.made',
]

function terminalIn(language: Language): Server.Terminal {
  const sentences = texts[language].notices as Record<Server.NoticeCode, (params: never) => string>
  return {
    line: (text) => console.log(text),
    say: ({ code, params }) => {
      const sentence = sentences[code](params as never)
      if (results.includes(code)) console.log(sentence)
      else console.error(sentence)
    },
  }
}

const inputOf = ({ values }: Invocation): Server.CommandInput => ({
  dataDir: values.data,
  database: { appUrl: process.env.DATABASE_URL, ownerUrl: process.env.DATABASE_OWNER_URL },
})

const startInput = (invocation: Invocation, language: Words): Server.StartInput => ({
  ...inputOf(invocation),
  host: invocation.values.host ?? '127.0.0.1',
  port: parsePort(invocation.values.port ?? '8080', language),
  tlsCert: invocation.values['tls-cert'],
  tlsKey: invocation.values['tls-key'],
  behindProxy: 'behind-proxy' in invocation.values,
  checkpointsTo: invocation.values['checkpoints-to'],
  clamd: invocation.values.clamd,
})

const keyOf = ({ values }: Invocation) => ({
  identityFile: values['identity-file'],
  passphraseFile: values['passphrase-file'],
})

const restore = async (invocation: Invocation, terminal: Server.Terminal): Promise<void> => {
  const { values, operands, language } = invocation
  const { usage } = texts[language]
  const [file] = operands
  if (file === undefined) throw new UsageError(usage.needsFile('restore'))
  if ('check' in values) return (await server()).checkBackup({ file, ...keyOf(invocation) }, terminal)
  const { by, witness, reason } = values
  if (!by || !witness || !reason || by.trim() === witness.trim()) throw new UsageError(usage.needsTwo)
  const input = { ...inputOf(invocation), ...keyOf(invocation), file, by, witness, reason }
  const acceptRollback = 'accept-rollback' in values
  return (await server()).restore({ ...input, checkpointsTo: values['checkpoints-to'], acceptRollback }, terminal)
}

const runners: Record<CommandName, (invocation: Invocation, terminal: Server.Terminal) => Promise<void>> = {
  start: async (invocation, terminal) =>
    (await server()).start(startInput(invocation, texts[invocation.language]), terminal),
  stop: async (invocation, terminal) => (await server()).stop(inputOf(invocation), terminal),
  status: async (invocation, terminal) => (await server()).status(inputOf(invocation), terminal),
  migrate: async (invocation, terminal) => (await server()).migrate(inputOf(invocation), terminal),
  'check-files': async (invocation, terminal) => {
    const sound = await (await server()).checkFiles(inputOf(invocation), terminal)
    process.exitCode = sound ? exit.done : exit.refused
  },
  'sm2-key': async (invocation, terminal) => (await server()).sm2Key(inputOf(invocation), terminal),
  rule: async (invocation) => (await import('./rule/command.ts')).rule(invocation),
  demo: async (invocation, terminal) => {
    const { data, reset, export: file } = invocation.values
    if (file === undefined)
      return (await server()).demo({ ...inputOf(invocation), reset: reset !== undefined }, terminal)
    if (data !== undefined || reset !== undefined) throw new UsageError(texts[invocation.language].usage.exportAlone)
    return (await server()).exportDemo({ file }, terminal)
  },
  backup: async (invocation, terminal) => {
    const { to, recipient, 'passphrase-file': passphraseFile } = invocation.values
    return (await server()).backup({ ...inputOf(invocation), to, recipient, passphraseFile }, terminal)
  },
  archive: async ({ operands, values, ...invocation }, terminal) => {
    const [year] = operands
    const { usage } = texts[invocation.language]
    if (year === undefined || !/^20\d{2}$/.test(year) || !values.out) throw new UsageError(usage.needsYear)
    const input = inputOf({ operands, values, ...invocation })
    return (await server()).archive(
      { ...input, year: Number(year), out: values.out, ...('public' in values && { isPublic: true as const }) },
      terminal,
    )
  },
  import: async ({ operands, values, ...invocation }, terminal) => {
    const [file] = operands
    const { usage } = texts[invocation.language]
    if (file === undefined) throw new UsageError(usage.needsPackage)
    if (values.seal !== undefined && readSealMark(values.seal) === undefined)
      throw new UsageError(usage.badSeal(values.seal))
    const input = inputOf({ operands, values, ...invocation })
    return (await server()).importArchive({ ...input, file, keys: keysIn(values.key), seal: values.seal }, terminal)
  },
  restore,
  'read-notice': async (invocation, terminal) =>
    (await import('./read-notice.ts')).readNotices(invocation, terminal.line),
  'check-paper': async (invocation, terminal) => {
    const faultless = await (await import('./check-paper.ts')).checkPaperFile(invocation, terminal.line)
    process.exitCode = faultless ? exit.done : exit.refused
  },
  score: async (invocation, terminal) => (await import('./plan/score.ts')).score(invocation, terminal.line),
  'lint-plan': async (invocation, terminal) => {
    const fit = (await import('./plan/lint-plan.ts')).lintPlan(invocation, terminal.line)
    process.exitCode = fit ? exit.done : exit.refused
  },
  schema: async (invocation, terminal) => (await import('./plan/schema.ts')).schema(invocation, terminal.line),
  'check-draw': async (invocation, terminal) => {
    const holds = await (await import('./verify/draw.ts')).checkDraw(invocation, terminal.line)
    process.exitCode = holds ? exit.done : exit.refused
  },
  verify: async (invocation, terminal) => {
    const verdict = await (await import('./verify/command.ts')).verify(invocation, terminal.line)
    process.exitCode = { holds: exit.done, fails: exit.refused, noticed: exit.noticed }[verdict]
  },
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}

async function run(invocation: Invocation): Promise<void> {
  const { command, language } = invocation
  if (invocation.version) return console.log(version())
  if (invocation.help || command === undefined) return console.log(helpPage(command, texts[language]))
  await runners[command](invocation, terminalIn(language))
}

async function complaint(error: unknown, language: Language): Promise<{ sentence: string; code: number }> {
  if (error instanceof FactsRefused)
    return { sentence: texts[language].usage.badFact(error.code, error.at), code: exit.usage }
  // A paper that was not looked at is told apart from one with faults.
  if (error instanceof UsageError || error instanceof PaperRefused) return { sentence: error.message, code: exit.usage }
  if (error instanceof NoticeRefused || error instanceof FilesRefused)
    return { sentence: error.message, code: exit.refused }
  const { Refusal } = await server()
  if (error instanceof Refusal) {
    const sentences = texts[language].refusals as Record<Server.RefusalCode, (params: never) => string>
    const { code, params } = error as Server.Refusal
    return { sentence: sentences[code](params as never), code: exit.refused }
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { sentence: texts[language].usage.failed(reason), code: exit.refused }
}

/** Ends when all that was printed has been taken: a pipe holds 64 KB, and leaving earlier would cut the rest off. */
async function leave(code: number | string | null | undefined = process.exitCode): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) await new Promise((taken) => stream.write('', taken))
  process.exit(code)
}

let language: Language = 'zh'
try {
  const invocation = parse(process.argv.slice(2), process.env.QUANHENG_LANG)
  language = invocation.language
  await run(invocation)
  await leave()
} catch (error) {
  const { sentence, code } = await complaint(error, language)
  console.error(sentence)
  await leave(code)
}
