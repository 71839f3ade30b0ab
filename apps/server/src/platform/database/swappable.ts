import { type Database, type DatabaseOptions, type OpenDatabase, openDatabase } from './database.ts'

/** The server's database behind one handle, so that a rehearsal can be put in its place while the server runs. */
export interface SwappableDatabase {
  readonly current: () => Database
  readonly isOpen: () => boolean
  /** Closes every connection, lets `work` move databases about, and opens again; requests meanwhile get `databaseAway`. */
  readonly whileClosed: (work: () => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

export const openSwappable = (options: DatabaseOptions): SwappableDatabase => {
  let opened: OpenDatabase = openDatabase(options)
  let open = true
  return {
    current: () => opened.db,
    isOpen: () => open,
    whileClosed: async (work) => {
      open = false
      await opened.close()
      try {
        await work()
      } finally {
        opened = openDatabase(options)
        open = true
      }
    },
    close: () => opened.close(),
  }
}
