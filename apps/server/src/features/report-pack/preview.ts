import type { readReportPack } from '@quanheng/contract/report-pack'
import type { ReplyOf } from '@quanheng/contract/route'
import type { Reader } from '../../platform/database/database.ts'
import { namesFor } from '../collection/index.ts'
import { nameOf } from './keep-files.ts'
import type { PlacedFile } from './open-pack.ts'
import type { ReadPack } from './read-pack.ts'

type Preview = ReplyOf<typeof readReportPack>

const fileOf = (file: PlacedFile) => ({ name: nameOf(file), digest: file.seen.digest, size: file.seen.size })

/** A read pack as the page shows it before anything is taken. */
export const previewOf = async (db: Reader, pack: ReadPack): Promise<Preview> => {
  const { asked, stamp, figures, matched, attached } = pack
  const names = await namesFor(db, { units: [asked.unitId, ...asked.lines.map(({ unitId }) => unitId)] })
  return {
    planId: stamp.planId,
    planTitle: asked.plan.title,
    planNumber: stamp.planNumber,
    unitId: asked.unitId,
    unitName: names.unit(asked.unitId),
    madeOn: stamp.madeOn,
    figures: figures.map((one) => ({
      datumId: one.datumId,
      row: one.line,
      elementName: one.elementName,
      unitName: one.unitName,
      text: one.shown,
      measure: one.measure,
      release: one.release,
      asOf: one.asOf,
      reason: one.reason ?? null,
      before: one.before,
      typed: pack.typed[one.datumId]?.text ?? null,
    })),
    blank: pack.blank,
    lines: asked.lines.map((line) => ({
      number: line.number,
      unitName: names.unit(line.unitId),
      leafName: line.leafName,
      name: line.name,
      required: line.required,
      attached: attached(line).length,
      files: matched
        .filter((file) => file.line.number === line.number)
        .map((file) => ({ ...fileOf(file), known: file.known })),
    })),
    originals: pack.originals.map(fileOf),
    left: [...pack.left],
    faults: pack.faults.map(({ cell, path, text }) => ({ cell, path, message: text })),
    shown: pack.shown,
  }
}
