import { type ApprovalStep, ApprovalTimeline } from '../../../shared/approval/ApprovalTimeline.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { sayNobody } from '../../../shared/people/nobody.ts'
import styles from '../approval.module.css'
import { type Approval, type Record, sayAdjustments, sayPerson, scanOf } from '../approval.ts'

/** What was done at a step, as a line of the timeline. */
const lineOf = (record: Record, title: string, id: string): ApprovalStep => {
  const { signature, decision, number, by } = record
  const common = {
    id,
    title,
    state: 'agreed' as const,
    person: by?.name ?? null,
    post: by ? word('post', by.post) : '',
  }
  if (signature) {
    const waiting = signature.state === 'registered'
    return {
      ...common,
      title: record.sectionName ? `${title} · ${record.sectionName}` : title,
      state: waiting ? 'current' : signature.state === 'refused' ? 'returned' : 'agreed',
      opinion: signature.opinion,
      at: signature.recordedAt,
      signature: [
        word('signatureMeans', signature.means),
        waiting ? t('待核对') : '',
        signature.means === 'paper' ? t('{{day}}签', { day: signature.signedOn }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
    }
  }
  if (decision) {
    return {
      ...common,
      person: decision.body,
      post: decision.decidedOn,
      opinion: [decision.number, decision.text, sayAdjustments(decision)].filter(Boolean).join(' '),
      at: decision.recordedAt,
      signature: t('{{by}}登记，{{second}}核对', {
        by: decision.recordedBy.name,
        second: decision.confirmedBy?.name ?? '',
      }),
    }
  }
  if (number) {
    return { ...common, opinion: number.documentNumber, post: number.from === 'oa' ? t('OA 登记') : t('发文登记簿') }
  }
  return { ...common, post: t('报送包 {{digest}}', { digest: record.packageDigest?.slice(0, 16) ?? '' }) }
}

const stepLines = (approval: Approval, at: number): readonly ApprovalStep[] => {
  const step = approval.chain[at]
  if (!step) return []
  const done = approval.records
    .filter((record) => record.step === at && record.undone === null)
    .map((record, nth) => lineOf(record, step.name, `${at}-${nth}`))
  const isCurrent = approval.step === at && !['completed', 'fallen', 'returned'].includes(approval.state)
  if (!isCurrent) {
    if (done.length > 0) return done
    const posts = step.posts.map((post) => word('post', post)).join('、')
    return [{ id: String(at), title: step.name, state: 'waiting', post: posts }]
  }
  const open = approval.next.map(({ sectionName, people }, nth): ApprovalStep => {
    const [first] = people
    return {
      id: `${at}-next-${nth}`,
      title: sectionName ? `${step.name} · ${sectionName}` : step.name,
      state: 'current',
      person: people.map(({ name }) => name).join('、') || sayNobody(),
      post: first ? word('post', first.post) : step.posts.map((post) => word('post', post)).join('、'),
    }
  })
  return [...done, ...open]
}

/** The chain from the first step to the last, and below it what was undone, with its cause. */
export const Timeline = ({ approval }: { readonly approval: Approval }) => {
  const undone = approval.records.filter((record) => record.undone !== null)
  const scans = [
    ...approval.records.flatMap(({ signature }) => signature?.scanDigest ?? []),
    ...approval.records.flatMap(({ decision }) => decision?.scanDigest ?? []),
    ...approval.decisions.map(({ scanDigest }) => scanDigest),
  ]
  return (
    <Section title={t('审批过程')}>
      <ApprovalTimeline steps={approval.chain.flatMap((_, at) => stepLines(approval, at))} />
      {scans.length > 0 && (
        <p className={styles.acts}>
          {[...new Set(scans)].map((digest, at) => (
            <a key={digest} href={scanOf(approval.id, digest)} target="_blank" rel="noreferrer">
              {t('扫描件 {{nth}}', { nth: at + 1 })}
            </a>
          ))}
        </p>
      )}
      {undone.length > 0 && (
        <details>
          <summary>{t('已失效的办理 {{count}} 项', { count: undone.length })}</summary>
          <ul className={styles.rounds}>
            {undone.map((record) => (
              <li
                key={`${record.step}${record.signature?.id ?? record.decision?.id ?? record.number?.documentNumber ?? ''}`}
              >
                {approval.chain[record.step]?.name} {record.by ? sayPerson(record.by) : record.number?.documentNumber}：
                {record.undone}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}
