import { drawDigest } from '@quanheng/domain/verification/draw-acts'
import type { Form, Things } from './check-objects.ts'
import { type DrawLine, paths } from './model.ts'
import { Faulty, type OpenPackage, type PackageMeans, stage } from './package-reader.ts'

/** The witness who is named signed this draw and no other, on the proof of identity that the log knows. */
const isWitnessed = (said: Form, draw: Form, { sha256 }: PackageMeans): boolean => {
  const { attestation: known = null, witness } = draw
  if (known === null || said === null) return known === said
  return (
    known.by.personId === witness.personId &&
    known.digest === drawDigest(draw, sha256) &&
    [known.at, known.digest, known.proof].every((value, at) => value === [said.at, said.digest, said.proof][at])
  )
}

/** Every draw repeated, and the records those that the log knows. @throws Faulty */
export const checkDraws = (open: OpenPackage, things: Things, means: PackageMeans): Promise<number> =>
  stage(paths.draws, async () => {
    const records = await open.lines<DrawLine>(paths.draws, 'id', 'verification', 'record')
    const byId = new Map(records.map((line) => [line.id, line]))
    let count = 0
    for (const [id, { scope, draws, commitments = [] }] of things.of('verification')) {
      for (const draw of draws) {
        const line = byId.get(draw.id)
        const record: Form = line && JSON.parse(line.record)
        const codes = (picked: readonly Form[]) => JSON.stringify(picked.map(({ stratum, code }) => [stratum, code]))
        const fits =
          line?.verification === id &&
          means.drawFault(line.record) === undefined &&
          record.populationDigest === scope.populationDigest &&
          record.populationDigest === draw.populationDigest &&
          record.seed === draw.seed &&
          record.size === draw.size &&
          (record.commitments ?? []).every(({ digest }: Form) =>
            commitments.some((filed: Form) => filed.digest === digest),
          ) &&
          codes(record.picked) === codes(draw.picked) &&
          isWitnessed(record.attested ?? null, draw, means)
        if (!fits) throw new Faulty('archive.draw', { id: draw.id })
        count++
      }
    }
    if (count !== records.length) throw new Faulty('archive.form', { path: paths.draws })
    return count
  })
