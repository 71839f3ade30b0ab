import { Button } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { type PlanResult, standing } from '../result.ts'

interface Props {
  readonly result: PlanResult
  readonly onFreeze: () => void
}

const progressOf = ({ purpose, progress }: PlanResult): string =>
  purpose === 'totals' ? t('评分报告已报 {{done}}/{{all}}', progress) : t('考核项目已签字 {{done}}/{{all}}', progress)

/** Whether the paper of the locked version is what comes next: nothing is open, nothing has changed, nothing is issued. */
export const isPaperNext = (result: PlanResult): boolean => {
  const frozen = standing(result)
  const settled = result.blockers.length === 0 && !result.may.includes('freeze')
  return settled && result.purpose === 'leadReport' && frozen !== undefined && frozen.state !== 'issued'
}

/** Whether the result can be locked, by whom, and what comes after. */
export const NextStep = ({ result, onFreeze }: Props) => {
  const frozen = standing(result)
  if (result.blockers.length > 0) {
    return (
      <NextAct turn={frozen ? 'others' : 'stopped'}>
        {t('{{progress}}，还有 {{count}} 处未办结，办结后才能锁定。', {
          progress: progressOf(result),
          count: result.blockers.length,
        })}
      </NextAct>
    )
  }
  if (result.may.includes('freeze')) {
    return (
      <NextAct
        turn="mine"
        act={
          <Button type="primary" onClick={onFreeze}>
            {t('锁定结果')}
          </Button>
        }
      >
        {frozen
          ? t('{{progress}}。数据在锁定之后有变，可重新锁定。', { progress: progressOf(result) })
          : t('{{progress}}，全部办结，可以锁定。', { progress: progressOf(result) })}
      </NextAct>
    )
  }
  if (frozen === undefined) {
    return <NextAct turn="others">{t('{{progress}}，等待归口科室锁定。', { progress: progressOf(result) })}</NextAct>
  }
  if (isPaperNext(result)) {
    return (
      <NextAct
        turn="mine"
        act={
          <LinkButton type="primary" to={`/approvals/paper/${frozen.id}` as never}>
            {t('评分报告和送审')}
          </LinkButton>
        }
      >
        {t('结果已锁定。核对评分报告后送审。')}
      </NextAct>
    )
  }
  return (
    <NextAct turn="others">
      {frozen.issue ? t('已以{{number}}印发。', { number: frozen.issue.documentNumber }) : t('结果已锁定，等待审定。')}
    </NextAct>
  )
}
