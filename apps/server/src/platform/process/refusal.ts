import type { MessageCode } from '@quanheng/messages/codes'

/**
 * Why a process could not do what it was asked to do, as codes with their values. The words stand with the command line
 * (`apps/cli/src/texts`), which must have a sentence for every code in both languages.
 */
export interface Refusals {
  'data.held': { dir: string; pid: number; what: string; address: string }
  'data.foreign': { dir: string; owner: string }
  'data.unwritable': { dir: string; reason: string }
  'data.kindChosen': { dir: string; kind: string }
  'data.passwordsLost': { file: string }
  'demo.real': { dir: string }
  'server.running': { command: string; pid: number; address: string }
  'server.notRunning': { dir: string }
  'server.unreachable': { dir: string; pid: number }
  'host.open': { host: string }
  'tls.unreadable': { file: string; reason: string }
  'tls.half': Record<never, never>
  'file.unreadable': { file: string; reason: string }
  'file.unwritable': { file: string; reason: string }
  /** A refusal of the domain, in its own words. */
  'archive.refused': { code: MessageCode; params: Readonly<Record<string, string>> }
  'backup.nothing': { dir: string }
  'backup.exists': { file: string }
  'backup.failed': { file: string; reason: string }
  'backup.badRecipient': { recipient: string; reason: string }
  'backup.weakPassphrase': { file: string; shortest: number }
  'backup.foreign': { file: string }
  'backup.locked': { file: string; reason: string }
  'backup.damaged': { file: string; part: string; reason: string }
  'backup.newer': { name: string }
  'key.exists': { dir: string }
  'restore.notEmpty': { dir: string }
  'restore.failed': { part: string; reason: string }
  'restore.logDiffers': { size: number }
  'restore.rollback': { place: string; held: number; size: number }
  'scanner.badAddress': { address: string }
  'checkpoint.badPlace': { place: string }
  'port.taken': { host: string; port: number; holder: string; free: number }
  'port.denied': { port: number }
  'host.unknown': { host: string }
  'postgres.missing': { platform: string; major: number }
  'postgres.major': { dir: string; found: string; program: number }
  'postgres.failed': { step: string; output: string }
  'postgres.stuck': { pid: number; dir: string }
  'postgres.foreign': { pid: number; dir: string }
  'database.unreachable': { where: string; reason: string }
  'database.version': { version: string }
  'database.encoding': { encoding: string }
  'database.noRole': { login: string }
  'database.appMayNotServe': { login: string }
  'migration.changed': { name: string }
  'migration.unknown': { name: string }
  'migration.misnamed': { name: string }
  'migration.gap': { name: string; expected: string }
  'migration.failed': { name: string; reason: string }
}

export type RefusalCode = keyof Refusals

export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal'
  readonly code: Code
  readonly params: Refusals[Code]

  constructor(code: Code, params: Refusals[Code], cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause })
    this.code = code
    this.params = params
  }
}

/** The sentence of whatever was thrown, for a value that names a reason. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
