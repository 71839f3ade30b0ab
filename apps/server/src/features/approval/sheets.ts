import type { Approval, StepRecord } from '@quanheng/domain/approval/model'
import { partiesLeft } from '@quanheng/domain/approval/model'
import type { Decision } from '@quanheng/domain/decision/model'
import { exact } from '@quanheng/domain/kernel/exact'
import { printRounded } from '@quanheng/domain/kernel/rounding'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { strengthOf } from '@quanheng/domain/signature/model'
import type { Submission } from '@quanheng/domain/submission/model'
import { label } from '@quanheng/messages/labels'
import type { EntrySheet, SignOffSheet, SignOffStep } from '@quanheng/papers/sheet/model'

/** Papers are Chinese whatever the language of the person who prints. */
const language = 'zh-CN'

interface Printing {
  readonly run: RunContent
  readonly title: string
  readonly sections: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly decisions: readonly Decision[]
  readonly today: string
  readonly seal: string | undefined
}

const given = (record: StepRecord, role: string, people: Printing['people']): SignOffStep[] => {
  if (record.kind !== 'signature' || record.signature.state !== 'standing') return []
  const { signer, signedOn, opinion, means } = record.signature
  return [
    {
      role,
      name: people.get(signer.personId) ?? '',
      on: signedOn,
      means: label(language, 'signatureMeans', strengthOf(means)),
      opinion: opinion || '同意。',
    },
  ]
}

const meetingStep = (records: readonly StepRecord[], role: string, decisions: readonly Decision[]): SignOffStep => {
  const record = records.find(({ kind }) => kind === 'decision')
  const decision = record?.kind === 'decision' ? decisions.find(({ id }) => id === record.decisionId) : undefined
  return decision
    ? {
        role,
        on: decision.decidedOn,
        name: decision.body,
        opinion: [decision.number, decision.text].filter(Boolean).join(' '),
      }
    : { role }
}

/** A box for every step of the chain: what was given is printed with its strength, the rest stays blank for a pen. */
const stepsOf = (approval: Approval, { sections, people, decisions }: Printing): SignOffStep[] =>
  approval.chain.flatMap((step, at): SignOffStep[] => {
    const records = approval.records.filter((record) => record.step === at && record.undone === undefined)
    switch (step.kind) {
      case 'number':
      case 'submit':
        return []
      case 'meeting':
        return [meetingStep(records, step.name, decisions)]
      case 'countersign': {
        const roleOf = (sectionId: string) => `${sections.get(sectionId) ?? ''}会签`
        const done = records.flatMap((record) =>
          record.kind === 'signature' && record.party ? given(record, roleOf(record.party.sectionId), people) : [],
        )
        const left = partiesLeft({ ...approval, step: at }).map(({ sectionId }) => ({ role: roleOf(sectionId) }))
        return [...done, ...left]
      }
      default: {
        const done = records.flatMap((record) => given(record, step.name, people))
        return done.length > 0 ? done : [{ role: step.name, stamped: step.kind === 'principalSign' }]
      }
    }
  })

/** 签批单 with the check code of the paper: what 线下签批登记 is read from. */
export const signOffSheet = (approval: Approval, printing: Printing): SignOffSheet => {
  const { run, title, today, seal } = printing
  return {
    title: '签批单',
    organ: run.plan.ownerName,
    checkCode: checkCode(approval.subject.paperDigest),
    ...(seal && { seal }),
    label: '内部资料',
    on: today,
    facts: [
      { label: '文件标题', value: title },
      { label: '考评方案', value: run.plan.title },
      { label: '锁定版', value: approval.subject.digest.slice(0, 16) },
    ],
    attachments: [`${run.plan.year}年度指标考核评分报告`],
    steps: stepsOf(approval, printing),
  }
}

/** 录入对照单: in the superior's order, to the character, with boxes to tick. */
export const entrySheet = (
  submission: Submission,
  packageDigest: string,
  { run, title, today, seal }: Pick<Printing, 'run' | 'title' | 'today' | 'seal'>,
): EntrySheet => {
  const leaf = new Map(run.leaves.map(({ key, name }) => [key, name]))
  const unit = new Map(run.units.map(({ id, name }) => [id, name]))
  return {
    title: '录入对照单',
    organ: run.plan.ownerName,
    checkCode: checkCode(packageDigest),
    ...(seal && { seal }),
    label: '内部资料',
    on: today,
    facts: [
      { label: '文件', value: `${title}（${submission.documentNumber}）` },
      { label: '锁定版', value: submission.runDigest.slice(0, 16) },
    ],
    rows: submission.rows.map(({ leafKey, unitId, points }, at) => ({
      order: String(at + 1),
      item: leaf.get(leafKey) ?? leafKey,
      unit: unit.get(unitId) ?? '',
      value: printRounded(exact(points), run.rounding),
      measure: '分',
    })),
    signatures: [{ role: '录入人' }, { role: '核对人' }],
  }
}
