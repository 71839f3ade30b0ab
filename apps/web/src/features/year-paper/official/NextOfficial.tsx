import { Button } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import type { Official } from './official.ts'

interface Props {
  readonly official: Official
  /** The prose is being written. */
  readonly busy: boolean
  readonly pending: boolean
  readonly onBegin: () => void
  readonly onRefresh: () => void
  readonly onIssue: () => void
}

/** What comes next for the paper, and whose turn it is. */
export const NextOfficial = ({ official, busy, pending, onBegin, onRefresh, onIssue }: Props) => {
  const { paper, may, moved } = official
  if (paper === null || may.includes('begin')) {
    const mine = may.includes('begin')
    const button = mine && (
      <Button type="primary" loading={pending} onClick={onBegin}>
        {t('起草')}
      </Button>
    )
    return (
      <NextAct turn={mine ? 'mine' : 'others'} act={button}>
        {paper === null ? t('尚未起草，下面是拟稿的样子。') : t('需要更正的，可另行起草。')}
      </NextAct>
    )
  }
  if (moved !== null) {
    return (
      <NextAct
        turn="stopped"
        act={
          may.includes('refresh') && (
            <Button loading={pending} onClick={onRefresh}>
              {t('采用现行数据')}
            </Button>
          )
        }
      >
        {t('拟稿以后来源数据有变化（{{moved}}），核对后采用。', { moved })}
      </NextAct>
    )
  }
  if (paper.state === 'draft') {
    const mine = may.includes('issue')
    const button = mine && (
      <Button type="primary" disabled={busy} onClick={onIssue}>
        {t('印发')}
      </Button>
    )
    return (
      <NextAct turn={mine ? 'mine' : 'others'} act={button}>
        {t('由{{name}}最后修改；由另一人核对后印发。', { name: paper.writtenBy })}
      </NextAct>
    )
  }
  return (
    <NextAct turn={paper.state === 'issued' ? 'done' : 'others'}>
      {paper.state === 'issued'
        ? t('已于{{day}}以{{number}}印发。', { day: paper.issuedOn ?? '', number: paper.documentNumber ?? '' })
        : t('已撤回：{{reason}}', { reason: paper.withdrawn ?? '' })}
    </NextAct>
  )
}
