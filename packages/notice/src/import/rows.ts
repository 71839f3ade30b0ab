import type { FieldName, NoticePart, ReadChange, ReadField, ReadRow } from '@quanheng/domain/notice/model'
import { stepKindByName } from '@quanheng/domain/notice/step-kinds'
import type { Fields } from '../model.ts'
import type { Reading } from '../read.ts'
import { touching } from '../text/places.ts'
import type { Placed } from '../text/words.ts'
import { taskEntries } from './task-rows.ts'

type Named = readonly [name: FieldName, field: Placed | null]

interface Draft {
  readonly key: string
  readonly part: NoticePart
  readonly fields: readonly Named[]
  readonly more?: Pick<ReadRow, 'path' | 'group' | 'announced' | 'present' | 'changes'>
}

const each = (name: FieldName, fields: readonly Placed[]): readonly Named[] =>
  fields.map((field): Named => [name, field])

const documentRow = (fields: Fields): Draft => ({
  key: 'document',
  part: 'document',
  fields: [
    ['title', fields.title],
    ['documentNumber', fields.documentNumber],
    ['documentDate', fields.documentDate],
    ...each('addressee', fields.addressees),
  ],
})

const paperRows = ({ bases, attachments }: Fields): readonly Draft[] => [
  ...bases.map(
    (basis, at): Draft => ({
      key: `bases[${at}]`,
      part: 'bases',
      fields: [
        ['basis', basis.name],
        ['documentNumber', basis.documentNumber],
      ],
    }),
  ),
  ...attachments.map(
    (attachment, at): Draft => ({
      key: `attachments[${at}]`,
      part: 'bases',
      fields: [
        ['attachment', attachment.name],
        ['attachmentNumber', attachment.number],
        ['documentNumber', attachment.documentNumber],
      ],
      more: { present: attachment.present },
    }),
  ),
]

const unitRows = ({ groups, units }: Fields): readonly Draft[] => [
  ...groups.map(
    (group, at): Draft => ({
      key: `groups[${at}]`,
      part: 'units',
      fields: [['unitGroup', group.name]],
      ...(group.announced !== null && { more: { announced: group.announced } }),
    }),
  ),
  ...units.map(
    (unit, at): Draft => ({
      key: `units[${at}]`,
      part: 'units',
      fields: [['unit', unit.name]],
      ...(unit.group !== null && { more: { group: unit.group } }),
    }),
  ),
]

const indicatorRows = ({ indicators }: Fields): readonly Draft[] =>
  indicators.map((indicator, at) => ({
    key: `indicators[${at}]`,
    part: 'indicators',
    fields: [
      ['indicator', indicator.name],
      ['fullMark', indicator.fullMark],
      ['weight', indicator.weight],
      ['standard', indicator.standard],
      ['rule', indicator.rule],
      ...each('evidence', indicator.evidence),
      ['dataSource', indicator.dataSource],
    ],
    more: { path: indicator.path },
  }))

const taskRows = ({ context, fields }: Reading): readonly Draft[] =>
  taskEntries(context, fields.indicators).map(({ indicator, unit, target, unitAt }, at) => ({
    key: `tasks[${at}]`,
    part: 'tasks',
    fields: [target ? ['target', target] : ['unit', unitAt]],
    more: { path: [indicator], group: unit },
  }))

const dutyRows = ({ responsibilities }: Fields): readonly Draft[] =>
  responsibilities.map((duty, at) => ({
    key: `responsibilities[${at}]`,
    part: 'responsibilities',
    fields: [
      ['indicator', duty.indicator],
      ['part', duty.part],
      ['leadUnit', duty.leadUnit],
      ['section', duty.section],
      ...each('supporter', duty.supporters),
      ['leader', duty.leader],
      ['person', duty.person],
      ['liaison', duty.liaison],
      ['contact', duty.contact],
      ['phone', duty.phone],
      ['mail', duty.mail],
    ],
  }))

/** Not printed as such: what kind of work the step's name speaks of. */
const kindOf = ({ value, at }: Placed): Placed => {
  const { kind, confidence } = stepKindByName(value)
  return { value: kind ?? '', at, confidence: confidence / 100 }
}

const stepRows = ({ steps }: Fields): readonly Draft[] =>
  steps.map((step, at) => ({
    key: `steps[${at}]`,
    part: 'steps',
    fields: [
      ['step', step.name],
      ['stepKind', kindOf(step.name)],
      ['due', step.due],
      ['cutoff', step.cutoff],
      ...each('actor', step.actors),
      ...each('input', step.inputs),
    ],
  }))

const asRead = ({ act, name, field, from, to }: Fields['changes'][number]): ReadChange => ({
  act,
  field,
  name: name?.value ?? null,
  from: from?.value ?? null,
  to: to?.value ?? null,
})

/** What an adjusting notice says of the paper that it adjusts, a clause a row: a plan has no place for it but the change itself. */
const changeRows = ({ context: { text }, fields: { changes } }: Reading): readonly Draft[] => {
  const clauses = Map.groupBy(changes, ({ start }) => start)
  return [...clauses.values()].map((all, index) => {
    const at = { start: all[0]?.start ?? 0, end: all.at(-1)?.end ?? 0 }
    return {
      key: `changes[${index}]`,
      part: 'others',
      fields: [['change', { value: text.slice(at.start, at.end).replace(/[\n\t]+/g, ' '), at, confidence: 0.88 }]],
      more: { changes: all.map(asRead) },
    }
  })
}

/** Sentences that score outside of any indicator stand among the rest, so that none is dropped silently. */
const otherRows = ({ weights, grades, vetoes, contacts, rules, indicators }: Fields): readonly Draft[] => {
  const owned = touching(indicators.flatMap(({ rule }) => (rule ? [rule.at] : [])))
  const loose = rules.filter((rule) => !owned(rule))
  return [
    ...loose.map(
      ({ text, start, end }, at): Draft => ({
        key: `rules[${at}]`,
        part: 'others',
        fields: [['rule', { value: text, at: { start, end }, confidence: 0.85 }]],
      }),
    ),
    ...weights.map(
      (weight, at): Draft => ({
        key: `weights[${at}]`,
        part: 'others',
        fields: [
          ['component', weight.component],
          ['weight', weight.value],
        ],
      }),
    ),
    ...grades.map(
      (grade, at): Draft => ({
        key: `grades[${at}]`,
        part: 'others',
        fields: [
          ['grade', grade.name],
          ['gradeRule', grade.rule],
        ],
      }),
    ),
    ...vetoes.map((veto, at): Draft => ({ key: `vetoes[${at}]`, part: 'others', fields: [['veto', veto.text]] })),
    ...contacts.map(
      (contact, at): Draft => ({
        key: `contacts[${at}]`,
        part: 'others',
        fields: [
          ['contact', contact.person],
          ['phone', contact.phone],
          ['mail', contact.mail],
        ],
      }),
    ),
  ]
}

/** `name`, or `name[1]` where a row holds several of them. */
const fieldsOf = ({ key, fields }: Draft, point: (unit: number) => number): readonly ReadField[] => {
  const several = Map.groupBy(fields, ([name]) => name)
  const counts = new Map<FieldName, number>()
  return fields.flatMap(([name, field]): ReadField[] => {
    const at = counts.get(name) ?? 0
    counts.set(name, at + 1)
    if (field === null) return []
    return [
      {
        id: `${key}.${name}${(several.get(name)?.length ?? 0) > 1 ? `[${at}]` : ''}`,
        name,
        value: field.value,
        start: point(field.at.start),
        end: point(field.at.end),
        confidence: Math.round(field.confidence * 100),
      },
    ]
  })
}

/** The fields as rows of a draft, in the order of its pages; places become code points. */
export const rowsOf = (reading: Reading, point: (unit: number) => number): readonly ReadRow[] => {
  const { fields } = reading
  const drafts = [
    documentRow(fields),
    ...paperRows(fields),
    ...unitRows(fields),
    ...indicatorRows(fields),
    ...taskRows(reading),
    ...dutyRows(fields),
    ...stepRows(fields),
    ...changeRows(reading),
    ...otherRows(fields),
  ]
  return drafts
    .map((draft) => ({ key: draft.key, part: draft.part, fields: fieldsOf(draft, point), ...draft.more }))
    .filter(({ fields: found }) => found.length > 0)
}
