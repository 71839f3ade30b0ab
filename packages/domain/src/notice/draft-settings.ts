import { normaliseName } from '../kernel/normalise.ts'
import type { IndicatorNode } from '../plan/model.ts'
import { defaultSettings, type PlanSettings, type Setting } from '../plan/settings.ts'
import type { Taken } from './choices.ts'
import { draftCredits } from './draft-credits.ts'
import { draftGates } from './draft-gates.ts'
import { draftGrades } from './draft-grades.ts'
import type { IndicatorTree } from './draft-indicators.ts'
import { basisOf, type DraftMeans, figure, keyOf, noteOf, type Part, type SettingPart } from './draft-parts.ts'

interface Weighted {
  readonly component: Taken
  readonly weight: Taken
}

const weightsOf = (means: DraftMeans): readonly Weighted[] =>
  means.rows.flatMap((row): Weighted[] => {
    const [component, weight] = [row.one('component'), row.one('weight')]
    return row.row.part === 'others' && component && weight ? [{ component, weight }] : []
  })

/** 业务工作考核 and 业务工作考核得分 are one component. */
const bare = (name: string): string => normaliseName(name).replace(/(?:得分|成绩|分值|部分)$/, '')

/**
 * Weights of the components on the top nodes that bear their names. Where the notice prints no indicators beside its components, they
 * are the tree; beside others, a component of another name is said and not mixed in.
 */
export const draftWeights = (means: DraftMeans, nodes: readonly IndicatorNode[]): Part<readonly IndicatorNode[]> => {
  const weighted = weightsOf(means)
  const tops = nodes.filter(({ parentKey }) => parentKey === undefined)
  const named = (name: string) => tops.find((node) => bare(node.name) === bare(name))
  const only = tops.every((node) => weighted.some(({ component }) => bare(component.value) === bare(node.name)))
  const given = new Map<string, Weighted>()
  const fresh: IndicatorNode[] = []
  const lost: Weighted[] = []
  for (const one of weighted) {
    const { component } = one
    const name = normaliseName(component.value)
    const node = named(name) ?? fresh.find((row) => bare(row.name) === bare(name))
    if (node && !given.has(node.key)) given.set(node.key, one)
    else if (node || !only) lost.push(one)
    else {
      const key = keyOf('i', [name])
      fresh.push({ key, name, fullMark: '', basis: basisOf(means, component) })
      given.set(key, one)
    }
  }
  return {
    value: [...nodes, ...fresh].map((node) => {
      const weight = given.get(node.key)?.weight
      return weight && node.weight === undefined ? { ...node, weight: figure(weight.value) } : node
    }),
    sources: [...given].flatMap(([key, { component, weight }]) => [
      [`indicators[${key}].weight`, weight.id] as const,
      ...(fresh.some((node) => node.key === key) ? [[`indicators[${key}].name`, component.id] as const] : []),
    ]),
    notes: lost.map(({ component }) => noteOf('notice.notTaken', component, { words: component.value })),
  }
}

const setting = <T>(means: DraftMeans, { value, first }: SettingPart<T>): Setting<T> | undefined =>
  value === undefined || first === undefined ? undefined : { value, basis: basisOf(means, first) }

/** People and telephones outside of any duty have no place in a plan. */
const contactNotes = (means: DraftMeans) =>
  means.rows.flatMap((row) => {
    const field = row.row.part === 'others' ? (row.one('contact') ?? row.one('phone') ?? row.one('mail')) : undefined
    return field ? [noteOf('notice.notTaken', field, { words: field.value })] : []
  })

/** What a notice of adjustment changes is the plan's that it adjusts: a draft of its own has nothing to change. */
const changeNotes = (means: DraftMeans) =>
  means.rows.flatMap((row) =>
    row.all('change').map((field) => noteOf('notice.changeOpen', field, { words: field.value })),
  )

/** A lead unit's plan knows no totals, ranks or grades: what the notice says of them is the year plan's. */
const foreign = (means: DraftMeans): Part<PlanSettings> => ({
  value: defaultSettings,
  sources: [],
  notes: [
    ...means.rows.flatMap((row) => {
      const field =
        row.row.part === 'others' ? (row.one('grade') ?? row.one('veto') ?? row.one('component')) : undefined
      return field ? [noteOf('notice.yearPlanOnly', field, { words: field.value })] : []
    }),
    ...means.rows.flatMap((row) =>
      row.row.part === 'others'
        ? row.all('rule').map((field) => noteOf('notice.notTaken', field, { words: field.value }))
        : [],
    ),
    ...contactNotes(means),
    ...changeNotes(means),
  ],
})

/** 等次、加减分、一票否决 of a year plan, each with its clause; what the notice leaves unsaid stays open for 方案校核. */
export const draftSettings = (means: DraftMeans, tree: IndicatorTree): Part<PlanSettings> => {
  if (means.kind !== 'appraisalPlan') return foreign(means)
  const grades = draftGrades(means)
  const veto = draftGates(means, tree, grades.value)
  const credits = draftCredits(means)
  const said = {
    grades: setting(means, grades),
    veto: setting(means, veto),
    credits: setting(means, credits),
  }
  return {
    value: {
      ...defaultSettings,
      ...(said.grades && { grades: said.grades }),
      ...(said.veto && { veto: said.veto }),
      ...(said.credits && { credits: said.credits }),
    },
    sources: [grades, veto, credits].flatMap(({ sources }) => sources),
    notes: [...[grades, veto, credits].flatMap(({ notes }) => notes), ...contactNotes(means), ...changeNotes(means)],
  }
}
