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
  'demo.ready': { dir: string; date: string }
  'server.ready': { address: string }
  'server.stopping': { pid: number }
  'server.stopped': { pid: number }
  'server.status': { pid: number; database: string; address: string; dir: string; what: string }
}

export type NoticeCode = keyof Notices

export type Notice = { [Code in NoticeCode]: { readonly code: Code; readonly params: Notices[Code] } }[NoticeCode]

export type Say = (notice: Notice) => void
