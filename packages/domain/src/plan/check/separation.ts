import { breachesOf, unsignable } from '../../organisation/separation.ts'
import type { SignedSheet } from '../../organisation/signing-chains.ts'
import { type Finding, finding } from '../findings.ts'
import { sheetsOf } from '../items.ts'
import type { PlanContent } from '../model.ts'
import { nodeByKey } from '../tree.ts'
import { type CheckContext, nameOf } from './context.ts'

const sheetsIn = (content: PlanContent): readonly SignedSheet[] =>
  sheetsOf(content).map(({ key, leafKey, scorer, unitIds }) => ({
    key,
    name: nodeByKey(content, leafKey)?.name ?? leafKey,
    scorer,
    unitIds,
    map: content.signatureMap,
  }))

const placeOf = ({ key }: Pick<SignedSheet, 'key'>): string => `responsibilities[${key.split('@')[0]}]`

/**
 * Before anything is issued: sheets that no two free natural persons of the scoring side could sign, and chains by which one
 * natural person could give both signatures or sign for the own unit. A body whose people are not registered yet is passed over.
 */
export const checkSeparation = (content: PlanContent, context: CheckContext): readonly Finding[] => {
  const posts = Object.entries(context.people).flatMap(([personId, held]) =>
    held.map(({ kind, unitId, sectionId }) => ({ personId, kind, unitId, sectionId: sectionId ?? null })),
  )
  const registered = new Set(posts.filter(({ kind }) => signs(content, kind)).map(({ unitId }) => unitId))
  const sheets = sheetsIn(content).filter(({ scorer }) => registered.has(scorer.unitId))
  const world = { accounts: context.accounts ?? [], posts, sheets }
  return [
    ...unsignable(world).map((sheet) =>
      finding('check.noTwoSigners', placeOf(sheet), { name: sheet.name, unit: nameOf(context, sheet.scorer.unitId) }),
    ),
    ...breachesOf(world).flatMap(({ code, first, sheet, sameBy }) =>
      sheet === undefined
        ? []
        : [
            finding('check.oneHand', placeOf(sheet), {
              name: sheet.name,
              person: world.accounts.find(({ personId }) => personId === first.personId)?.name ?? '',
              breach: code,
              sameBy,
            }),
          ],
    ),
  ]
}

const signs = ({ signatureMap }: PlanContent, kind: CheckContext['people'][string][number]['kind']): boolean =>
  signatureMap.some(({ posts }) => posts.includes(kind))
