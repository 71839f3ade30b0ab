import styles from '../history/timeline.module.css'
import { t } from '../i18n/t.ts'
import { StateTag, type Tone } from '../state/StateTag.tsx'
import { sayDay, sayMoment } from '../time/time.ts'

export type ApprovalState = 'waiting' | 'current' | 'agreed' | 'returned' | 'skipped'

export interface ApprovalStep {
  readonly id: string
  /** e.g. 科室负责人审核. */
  readonly title: string
  readonly state: ApprovalState
  /** Who acted, or who is to act. */
  readonly person?: string | null
  readonly post: string
  readonly opinion?: string | null
  /** Instant of the act, ISO 8601. */
  readonly at?: string | null
  /** Until when, `YYYY-MM-DD`; shown while it is open. */
  readonly due?: string | null
  /** The strength of the signature as it is: 内部审批确认, 纸质原件 … */
  readonly signature?: string | null
}

const look = (state: ApprovalState): { readonly word: string; readonly tone: Tone } =>
  ({
    waiting: { word: t('未到'), tone: 'waiting' as const },
    current: { word: t('待办'), tone: 'going' as const },
    agreed: { word: t('同意'), tone: 'done' as const },
    returned: { word: t('退回修改'), tone: 'stop' as const },
    skipped: { word: t('不经此环节'), tone: 'waiting' as const },
  })[state]

/** The chain of a paper or a sheet from the first step to the last: opinion, post, time, kind of signature. */
export const ApprovalTimeline = ({ steps }: { readonly steps: readonly ApprovalStep[] }) => (
  <ol className={styles.timeline}>
    {steps.map((step) => (
      <li key={step.id} aria-current={step.state === 'current' ? 'step' : undefined}>
        <p className={styles.head}>
          <strong>{step.title}</strong>
          <StateTag {...look(step.state)} />
          <span>{step.person ? `${step.person}（${step.post}）` : step.post}</span>
          {step.at && <time dateTime={step.at}>{sayMoment(step.at)}</time>}
          {step.signature && <span className={styles.leaf}>{step.signature}</span>}
        </p>
        {step.opinion && <blockquote className={styles.opinion}>{step.opinion}</blockquote>}
        {step.state === 'current' && step.due && <p>{t('办理期限：{{day}}', { day: sayDay(step.due) })}</p>}
      </li>
    ))}
  </ol>
)
