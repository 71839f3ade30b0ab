import { type Disk, localDisk, type WritableFile } from '../disk.ts'

/** The operations of a disk that can fail, a file's own among them. */
export const failingSteps = [
  'create',
  'write',
  'sync',
  'close',
  'exists',
  'rename',
  'syncFolder',
  'makeFolder',
] as const
export type FailingStep = (typeof failingSteps)[number]

export interface FaultyDisk extends Disk {
  /** From now on the n-th (from 1) call of `step` and all behind it fail with `code`; undefined heals the disk. */
  readonly fail: (
    fault: { readonly step: FailingStep; readonly code: string; readonly from?: number } | undefined,
  ) => void
}

/** The real disk, on which a step fails when a test says so. */
export const faultyDisk = (): FaultyDisk => {
  let fault: Parameters<FaultyDisk['fail']>[0]
  let calls = 0
  const may = (step: FailingStep): void => {
    if (fault?.step !== step || ++calls < (fault.from ?? 1)) return
    throw Object.assign(new Error(`${fault.code}: injected at ${step}`), { code: fault.code })
  }
  const guarded = (file: WritableFile): WritableFile => ({
    write: async (chunk) => {
      may('write')
      await file.write(chunk)
    },
    sync: async () => {
      may('sync')
      await file.sync()
    },
    close: async () => {
      await file.close()
      may('close')
    },
  })
  return {
    ...localDisk,
    fail: (next) => {
      fault = next
      calls = 0
    },
    create: async (path, mode) => {
      may('create')
      return guarded(await localDisk.create(path, mode))
    },
    rename: async (from, to) => {
      may('rename')
      await localDisk.rename(from, to)
    },
    makeFolder: async (path) => {
      may('makeFolder')
      return localDisk.makeFolder(path)
    },
    syncFolder: async (path) => {
      may('syncFolder')
      await localDisk.syncFolder(path)
    },
    exists: async (path) => {
      may('exists')
      return localDisk.exists(path)
    },
  }
}
