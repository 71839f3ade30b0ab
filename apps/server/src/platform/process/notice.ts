import type { ErrorCode } from '@quanheng/contract/errors'
import type { ImportStage, MakingStage } from '@quanheng/domain/archive/model'
import type { Noticed } from '@quanheng/log/noticed'
import type { FileFault } from '../database/tables.ts'

/** What a process tells while it works, as codes with values; the words stand with the command line, as for refusals. */
export interface Notices {
  'data.directory': { dir: string }
  'data.moved': { asked: string; dir: string; account: string }
  'database.making': { dir: string }
  'database.external': { where: string; version: string }
  'database.oneLogin': { where: string }
  'database.lost': { pid: number }
  'database.back': { pid: number }
  'migration.applied': { names: string }
  'migration.none': { count: number }
  'backup.making': { file: string }
  'backup.fileAbsent': { sha256: string }
  'backup.fileDamaged': { sha256: string }
  'archive.making': { year: number; file: string }
  'archive.step': { stage: MakingStage | ImportStage; done: number; total: number }
  'archive.open': { text: string }
  'archive.made': { file: string; title: string; size: number; leaves: number; files: number }
  'archive.importing': { file: string }
  'archive.ownKeys': Record<never, never>
  'archive.noticed': Noticed
  'archive.imported': {
    title: string
    dir: string
    rows: number
    things: number
    leaves: number
    files: number
    login: string
    password: string
  }
  'backup.made': { file: string; size: number; leaves: number; files: number; open: boolean }
  'backup.sound': { file: string; madeAt: string; leaves: number; files: number }
  'restore.checking': { file: string }
  'restore.keyLeftOut': { dir: string }
  'restore.rolledBack': { place: string; held: number; size: number }
  'restore.done': { dir: string; madeAt: string; leaves: number; files: number }
  'demo.playing': { percent: number; doing: string }
  'demo.ready': { dir: string; date: string }
  'server.ready': { address: string }
  'files.scanner': { scanner: string }
  'files.unchecked': Record<never, never>
  'files.checked': { at: string; files: number; bytes: number; faults: number }
  'files.reached': { percent: number }
  'files.fault': { digest: string; fault: FileFault['fault']; names: string }
  'server.stopping': { pid: number }
  'server.stopped': { pid: number }
  'key.made': { file: string; key: string }
  'log.sealed': { size: number; at: string }
  'log.trouble': { code: ErrorCode; params: Readonly<Record<string, string>> }
  'server.status': { pid: number; database: string; address: string; dir: string; what: string }
}

export type NoticeCode = keyof Notices

export type Notice = { [Code in NoticeCode]: { readonly code: Code; readonly params: Notices[Code] } }[NoticeCode]

export type Say = (notice: Notice) => void

/** How far a package is that is made or taken in. */
export const stepOf = (params: Notices['archive.step']): Notice => ({ code: 'archive.step', params })

/** How far the play of a rehearsal year is. */
export const playing = (percent: number, doing: string): Notice => ({
  code: 'demo.playing',
  params: { percent, doing },
})
