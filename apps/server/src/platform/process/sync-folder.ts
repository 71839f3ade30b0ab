import { open } from 'node:fs/promises'

/** A new name survives a power cut once its folder is on disk. Systems that cannot sync a folder (Windows) skip it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
