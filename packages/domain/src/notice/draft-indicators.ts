import { normaliseName } from '../kernel/normalise.ts'
import type { IndicatorNode, LeafScoring } from '../plan/model.ts'
import { readRule } from '../rule/parse.ts'
import type { Taken, TakenRow } from './choices.ts'
import { basisOf, type DraftMeans, figure, keyOf, type Part, uniqueKeys } from './draft-parts.ts'

interface Draft {
  readonly key: string
  readonly node: IndicatorNode
  /** The row that names it; absent for a heading that only the path of others names. */
  readonly row?: TakenRow
}

/** 指标体系: nodes in printed order, each under the names above it. */
export interface IndicatorTree {
  readonly nodes: readonly IndicatorNode[]
  /** Key of the node that bears a name: the outermost of equal names. */
  readonly named: (name: string) => string | undefined
}

const pathKey = (names: readonly string[]): string => names.map(normaliseName).join('\n')

/** A leaf's scoring, as far as the notice says it: a sentence that the rule language understands whole becomes its rule. */
const scoringOf = (row: TakenRow | undefined): LeafScoring => {
  const sentence = row?.one('rule')?.value
  const rule = sentence === undefined ? undefined : readRule(sentence)
  return {
    ...(rule?.ok ? { rule: rule.value } : sentence !== undefined && { sentence }),
    bindings: [],
    completionStandard: row?.one('standard')?.value ?? '',
    card: {
      formula: '',
      measure: '',
      unit: '',
      period: '',
      publisher: row?.one('dataSource')?.value ?? '',
      release: '',
    },
    evidenceList: (row?.all('evidence') ?? []).map((field) => ({
      key: field.id.replace(/^.*\./, ''),
      name: field.value,
      required: true,
    })),
  }
}

const sourcesOf = (key: string, row: TakenRow, leaf: boolean): Part<null>['sources'] => {
  const at = (field: Taken | undefined, member: string): readonly (readonly [string, string])[] =>
    field ? [[`indicators[${key}].${member}`, field.id]] : []
  return [
    ...at(row.one('indicator'), 'name'),
    ...at(row.one('fullMark'), 'fullMark'),
    ...at(row.one('weight'), 'weight'),
    ...(leaf
      ? [
          ...at(row.one('standard'), 'scoring.completionStandard'),
          ...at(row.one('rule'), 'scoring.rule'),
          ...at(row.one('dataSource'), 'scoring.card.publisher'),
          ...row
            .all('evidence')
            .flatMap((field) => at(field, `scoring.evidenceList[${field.id.replace(/^.*\./, '')}]`)),
        ]
      : []),
  ]
}

/**
 * The tree by the paths that the notice prints. A name that only duties mention, or a part of an indicator, becomes a leaf of its own
 * without mark: it is scored, and 方案校核 asks for what is missing.
 */
export const draftIndicators = (means: DraftMeans): Part<IndicatorTree> => {
  const unique = uniqueKeys()
  const drafts: Draft[] = []
  const byPath = new Map<string, string>()
  const add = (path: readonly string[], field: Taken, row?: TakenRow): string => {
    const name = path.at(-1) ?? ''
    const above = path.slice(0, -1)
    const parentKey = above.length === 0 ? undefined : (byPath.get(pathKey(above)) ?? add(above, field))
    const key = unique(keyOf('i', path.map(normaliseName)))
    const weight = row?.one('weight')
    const node: IndicatorNode = {
      key,
      ...(parentKey !== undefined && { parentKey }),
      name,
      fullMark: figure(row?.one('fullMark')?.value ?? ''),
      ...(weight && { weight: figure(weight.value) }),
      basis: basisOf(means, field),
    }
    drafts.push(row ? { key, node, row } : { key, node })
    if (!byPath.has(pathKey(path))) byPath.set(pathKey(path), key)
    return key
  }
  for (const row of means.rows) {
    const name = row.one('indicator')
    if (row.row.part === 'indicators' && name) add([...(row.row.path ?? []), name.value], name, row)
  }
  const bearing = new Map<string, string>()
  let learnt = 0
  /** Names of the nodes since it was asked last. */
  const learn = () => {
    for (; learnt < drafts.length; learnt++) {
      const { key, node } = drafts[learnt] as Draft
      const name = normaliseName(node.name)
      if (!bearing.has(name)) bearing.set(name, key)
    }
  }
  learn()
  for (const row of means.rows.filter(({ row: { part } }) => part === 'responsibilities')) {
    const [name, part] = [row.one('indicator'), row.one('part')]
    if (name && !bearing.has(normaliseName(name.value))) add([name.value], name)
    learn()
    if (!name || !part || bearing.has(normaliseName(part.value))) continue
    const above = drafts.find(({ key }) => key === bearing.get(normaliseName(name.value)))
    const path = above ? [...lineageNames(drafts, above), part.value] : [part.value]
    add(path, part)
    learn()
  }
  const branches = new Set(drafts.flatMap(({ node }) => node.parentKey ?? []))
  return {
    value: {
      nodes: drafts.map(({ key, node, row }) => (branches.has(key) ? node : { ...node, scoring: scoringOf(row) })),
      named: (name) => bearing.get(normaliseName(name)),
    },
    sources: drafts.flatMap(({ key, row }) => (row ? sourcesOf(key, row, !branches.has(key)) : [])),
    notes: [],
  }
}

const lineageNames = (drafts: readonly Draft[], { node }: Draft): readonly string[] => {
  const parent = drafts.find(({ key }) => key === node.parentKey)
  return parent ? [...lineageNames(drafts, parent), node.name] : [node.name]
}
