import { visitForm } from '@quanheng/contract/verification'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Figure } from '../../shared/figure/Figure.tsx'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Section } from '../../shared/page/Section.tsx'
import { PaperFiles } from '../../shared/paper/PaperFiles.tsx'
import { StateTag } from '../../shared/state/StateTag.tsx'
import styles from './verification.module.css'
import { sayValue, type Unit, type Verification } from './verification.ts'

const VisitDialog = lazy(() => import('./acts/VisitDialog.tsx'))
const OpinionDialog = lazy(() => import('./acts/OpinionDialog.tsx'))
const AnswerDialog = lazy(() => import('./acts/AnswerDialog.tsx'))

type Act = 'visit' | 'opinion' | 'answer'

const Marks = ({ unit, mark }: { readonly unit: Unit; readonly mark: 'reported' | 'verified' }) => (
  <>
    {unit.data.map((datum) => (
      <span key={datum.datumId} className={styles.line} title={datum.name}>
        {mark === 'verified' && datum.verified === null ? (
          '—'
        ) : (
          <Figure value={sayValue(datum[mark], datum.type)} unit={datum.unit} />
        )}
      </span>
    ))}
  </>
)

const Visits = ({ verification, unit }: { readonly verification: Verification; readonly unit: Unit }) => (
  <>
    {unit.visits.map((visit) => (
      <div key={visit.id} className={styles.visit}>
        <p>
          {t('{{day}} {{members}}', { day: visit.visitedOn, members: visit.members.join('、') })}{' '}
          {visit.signed ? (
            <a href={`/api/verifications/${verification.id}/visits/${visit.id}/scan`} target="_blank" rel="noreferrer">
              {t('双方签字件')}
            </a>
          ) : (
            <StateTag word={t('单位未签：{{reason}}', { reason: visit.declinedFor ?? '' })} tone="heed" />
          )}
        </p>
        <p className={styles.record}>{visit.record}</p>
      </div>
    ))}
  </>
)

const OpinionCell = ({ unit: { opinion } }: { readonly unit: Unit }) => {
  if (opinion === null) return null
  return (
    <div className={styles.visit}>
      <p>
        <StateTag word={word('finding', opinion.kind)} tone={opinion.kind === 'confirmed' ? 'done' : 'heed'} />{' '}
        {opinion.by}
      </p>
      {opinion.changes.map((change) => (
        <p key={change.datumId}>
          {t('{{name}} 应为 {{value}}{{unit}}：{{reason}}', {
            name: change.name,
            value: change.text,
            unit: change.unit,
            reason: change.reason,
          })}
        </p>
      ))}
      {opinion.answer && (
        <p>
          <StateTag
            word={word('answer', opinion.answer.kind)}
            tone={opinion.answer.kind === 'adopted' ? 'done' : 'stop'}
          />{' '}
          {opinion.answer.by} {opinion.answer.reason ?? ''}
        </p>
      )}
    </div>
  )
}

interface ActsProps {
  readonly verification: Verification
  readonly unit: Unit
  readonly onAct: (act: Act) => void
}

const UnitActs = ({ verification, unit, onAct }: ActsProps) => {
  const may = (command: Verification['may'][number]) => verification.may.includes(command)
  const params = { verificationId: verification.id, unitId: unit.unitId }
  const answerable = unit.opinion?.kind === 'toChange' && unit.opinion.answer === null
  return (
    <div className={styles.acts}>
      {verification.state !== 'closed' && (
        <PaperFiles size="small" label={t('核验记录表')} route={visitForm} params={params} />
      )}
      {may('recordVisit') && (
        <Button size="small" onClick={() => onAct('visit')}>
          {t('登记核验')}
        </Button>
      )}
      {may('giveOpinion') && unit.visits.length > 0 && !unit.opinion?.answer && (
        <Button size="small" onClick={() => onAct('opinion')}>
          {unit.opinion === null ? t('提出意见') : t('修改意见')}
        </Button>
      )}
      {may('answer') && answerable && (
        <Button size="small" type="primary" onClick={() => onAct('answer')}>
          {t('答复')}
        </Button>
      )}
    </div>
  )
}

/** Unit by unit: what was reported and scored, what was found, what was made of it; before and after side by side. */
export const VerifiedUnits = ({ verification }: { readonly verification: Verification }) => {
  const [acting, setActing] = useState<{ readonly act: Act; readonly unitId: string }>()
  const unit = verification.units.find(({ unitId }) => unitId === acting?.unitId)
  const close = () => setActing(undefined)
  return (
    <Section title={t('核验单位与前后对照')}>
      {verification.units.length === 0 ? (
        <p className={styles.note}>{t('抽样后列出核验单位。')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
        <section className={styles.scroll} tabIndex={0} aria-label={t('核验单位与前后对照')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('单位')}</th>
                <th scope="col">{t('选取')}</th>
                <th scope="col">{t('上报数')}</th>
                <th scope="col">{t('核验数')}</th>
                <th scope="col">{t('核验前得分')}</th>
                <th scope="col">{t('核验后得分')}</th>
                <th scope="col">{t('核验记录')}</th>
                <th scope="col">{t('评分意见与答复')}</th>
                <th scope="col">{t('办理')}</th>
              </tr>
            </thead>
            <tbody>
              {verification.units.map((one) => (
                <tr key={one.unitId}>
                  <th scope="row">{one.unitName}</th>
                  <td>{word('verificationScope', one.how)}</td>
                  <td className={styles.figure}>
                    <Marks unit={one} mark="reported" />
                  </td>
                  <td className={styles.figure}>
                    <Marks unit={one} mark="verified" />
                  </td>
                  <td className={styles.figure}>
                    <Figure value={one.pointsBefore} />
                  </td>
                  <td className={styles.figure} data-changed={one.pointsAfter !== one.pointsBefore}>
                    <Figure value={one.pointsAfter} />
                    {!one.signedAfter && <small className={styles.unsigned}>{t('未签')}</small>}
                  </td>
                  <td>
                    <Visits verification={verification} unit={one} />
                  </td>
                  <td>
                    <OpinionCell unit={one} />
                  </td>
                  <td>
                    <UnitActs
                      verification={verification}
                      unit={one}
                      onAct={(act) => setActing({ act, unitId: one.unitId })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Suspense>
        {unit && acting?.act === 'visit' && <VisitDialog verification={verification} unit={unit} onClose={close} />}
        {unit && acting?.act === 'opinion' && <OpinionDialog verification={verification} unit={unit} onClose={close} />}
        {unit && acting?.act === 'answer' && <AnswerDialog verification={verification} unit={unit} onClose={close} />}
      </Suspense>
    </Section>
  )
}
