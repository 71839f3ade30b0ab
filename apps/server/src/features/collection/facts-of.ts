import { factsFrom, type InputSource, inputSources } from '@quanheng/domain/datum/facts'
import { readsGroup } from '@quanheng/domain/datum/group-facts'
import type { Datum } from '@quanheng/domain/datum/model'
import type { FiledEvidence } from '@quanheng/domain/evidence/filed'
import { type EvidenceGaps, evidenceGaps } from '@quanheng/domain/evidence/gaps'
import type { CitedDatum, CitedEvidence } from '@quanheng/domain/item/model'
import { itemKeys } from '@quanheng/domain/plan/items'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { Facts } from '@quanheng/domain/rule/facts'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { complete, digestOfVersion, type LoadedDatum, shareDataOf } from './datum-store.ts'
import { attachedOfLeaf } from './evidence-store.ts'
import { usesLeaf } from './uses-leaf.ts'

/** What collection knows of one item: the facts its rule reads, what they rest on, and where each came from. */
export interface UnitFacts {
  readonly unitId: string
  readonly facts: Facts
  /** One for each input that a datum answers, in the order of the rule's inputs; missing figures cite nothing. */
  readonly data: readonly CitedDatum[]
  /** Attached files, oldest first. */
  readonly evidence: readonly CitedEvidence[]
  readonly gaps: EvidenceGaps
  readonly provenance: readonly InputSource[]
  readonly files: readonly FiledEvidence[]
}

const readData = async (db: Reader, planId: string, leafKey: string): Promise<readonly LoadedDatum[]> =>
  complete(
    db,
    await db
      .selectFrom('datum')
      .selectAll()
      .where('plan_id', '=', planId)
      .where(usesLeaf(leafKey))
      .where('asked', '=', true)
      .orderBy('id')
      .execute(),
  )

const cite = (sources: readonly InputSource[]): readonly CitedDatum[] =>
  sources.flatMap(({ origin }) => {
    if (origin.from !== 'datum' || !origin.datum || !origin.version) return []
    const { datum, version } = origin
    return [
      {
        datumId: datum.id,
        version: version.number,
        digest: digestOfVersion(datum, version),
        closed: datum.final === version.number,
      },
    ]
  })

/** Names of the units whose figures others are measured by; nobody's where the rule reads each unit alone. */
const namesFor = async (db: Reader, { content }: IssuedPlan, leafKey: string): Promise<ReadonlyMap<string, string>> => {
  if (!readsGroup(content, leafKey)) return new Map()
  const ids = itemKeys(content).flatMap((item) => (item.leafKey === leafKey ? [item.unitId] : []))
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const gather = (
  plan: IssuedPlan,
  leafKey: string,
  data: readonly LoadedDatum[],
  files: ReadonlyMap<string, readonly FiledEvidence[]>,
  names: ReadonlyMap<string, string>,
): readonly UnitFacts[] => {
  const { content } = plan
  const byUnit = new Map(
    [...Map.groupBy(data, ({ datum }) => datum.unitId)].map(([unitId, own]) => [
      unitId,
      new Map(own.map(({ datum }) => [datum.elementKey, datum])),
    ]),
  )
  const dataOf = (unitId: string) => byUnit.get(unitId) ?? new Map<string, Datum>()
  const nameOf = (unitId: string) => names.get(unitId) ?? unitId
  const list = nodeByKey(content, leafKey)?.scoring?.evidenceList ?? []
  return itemKeys(content)
    .filter((item) => item.leafKey === leafKey)
    .map(({ unitId }) => {
      const provenance = inputSources(content, leafKey, unitId, dataOf, nameOf)
      const attached = files.get(unitId) ?? []
      return {
        unitId,
        facts: factsFrom(content, leafKey, provenance),
        data: cite(provenance),
        evidence: attached.map((one) => ({ evidenceId: one.id, digest: one.file.sha256 })),
        gaps: evidenceGaps(list, attached),
        provenance,
        files: attached,
      }
    })
}

/**
 * Facts of every unit that carries the leaf, in the order of the plan's table of tasks; empty before the first issue. Figures
 * that are not closed yet are shown for a preview and cited with `closed: false`; no signature may cover them.
 * Unscoped: for scoring, which has its own scope.
 */
export const factsOf = async (db: Reader, planId: string, leafKey: string): Promise<readonly UnitFacts[]> => {
  const plan = await issuedPlan(db, planId)
  if (plan === null) return []
  const data = await readData(db, planId, leafKey)
  return gather(plan, leafKey, data, await attachedOfLeaf(db, planId, leafKey), await namesFor(db, plan, leafKey))
}

/** The same inside a command that signs: the data are held (FOR SHARE) until it ends. */
export const lockFactsOf = async (tx: Tx, plan: IssuedPlan, leafKey: string): Promise<readonly UnitFacts[]> =>
  gather(
    plan,
    leafKey,
    await shareDataOf(tx, plan.planId, leafKey),
    await attachedOfLeaf(tx, plan.planId, leafKey),
    await namesFor(tx, plan, leafKey),
  )
