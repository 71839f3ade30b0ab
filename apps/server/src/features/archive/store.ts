import { type Archive, canonicalArchive } from '@quanheng/domain/archive/model'
import { json, type Tx } from '../../platform/database/database.ts'
import type { Change } from '../../platform/door/outcome.ts'
import type { ArchiveRow } from './tables.ts'

const archiveOf = (row: ArchiveRow): Archive => ({
  id: row.id,
  unitId: row.unit_id,
  year: row.year,
  title: row.title,
  madeOn: row.made_on,
  leaves: row.leaves,
  manifestDigest: row.manifest_digest,
  zipDigest: row.zip_digest,
  size: row.size,
  contents: row.contents,
  open: row.open,
  by: row.author,
  ...(row.purpose === 'public' && { purpose: 'public' as const }),
})

export const canonicalArchiveRow = (row: ArchiveRow): object => canonicalArchive(archiveOf(row))

export const archiveChange = (archive: Archive): Change => ({
  noun: 'archive',
  id: archive.id,
  version: 1,
  before: null,
  after: canonicalArchive(archive),
})

/** Keeps what was made. */
export const insertArchive = async (tx: Tx, archive: Archive, at: Date): Promise<void> => {
  await tx
    .insertInto('archive')
    .values({
      id: archive.id,
      purpose: archive.purpose ?? 'archive',
      unit_id: archive.unitId,
      year: archive.year,
      title: archive.title,
      made_on: archive.madeOn,
      leaves: archive.leaves,
      manifest_digest: archive.manifestDigest,
      zip_digest: archive.zipDigest,
      size: archive.size,
      contents: json(archive.contents),
      open: json(archive.open),
      author: json(archive.by),
      at,
    })
    .execute()
}
