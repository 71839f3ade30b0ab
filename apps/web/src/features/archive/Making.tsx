import { cancelMaking, showMaking } from '@quanheng/contract/archive'
import type { MakingStage } from '@quanheng/domain/archive/model'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useEffect, useRef } from 'react'
import { useCommand, useQueryRoute } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { notify } from '../../shared/notice/notices.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { sayMoment } from '../../shared/time/time.ts'

const stageName = (stage: MakingStage): string =>
  ({
    collecting: t('收集当年内容'),
    digesting: t('计算校验码'),
    writing: t('写入文件'),
    verifying: t('从头核验文件和留痕'),
    recomputing: t('重新计算得分'),
    keeping: t('存入文件库'),
  })[stage]

const sayDone = (stage: MakingStage, done: number, total: number): string => {
  if (stage === 'verifying' || stage === 'recomputing') return t('{{done}}/{{total}} 项', { done, total })
  return t('{{done}}/{{total}} 个文件', { done, total })
}

/** Where a stage begins and ends in the whole, in percent. */
const spans: Readonly<Record<MakingStage, readonly [number, number]>> = {
  collecting: [0, 10],
  digesting: [10, 30],
  writing: [30, 50],
  verifying: [50, 75],
  recomputing: [75, 95],
  keeping: [95, 100],
}

/** Milliseconds between two looks. */
const often = 1_500

/** The package that is being made, by whom, how far it is, and the way to end it; whoever opens the page sees it. */
export const Making = () => {
  const queries = useQueryClient()
  const { data } = useQueryRoute(showMaking, {}, { refetchInterval: often })
  const cancel = useCommand(cancelMaking, { onDone: () => notify(t('已取消制作')) })
  const making = data?.making ?? null
  const was = useRef(false)
  useEffect(() => {
    if (was.current && making === null) void queries.invalidateQueries()
    was.current = making !== null
  }, [making, queries])
  if (making === null) return null
  const { year, purpose, by, begunAt, stage, done, total } = making
  const [from, to] = spans[stage]
  return (
    <Section
      title={
        purpose === 'public' ? t('正在制作{{year}}年度公开稿', { year }) : t('正在制作{{year}}年度归档包', { year })
      }
      actions={
        <Button loading={cancel.pending} onClick={() => void cancel.run({ body: { year } })}>
          {t('取消制作')}
        </Button>
      }
    >
      <Progress
        percent={Math.round(from + (total === 0 ? 0 : ((to - from) * done) / total))}
        aria-label={t('制作进度')}
      />
      <p role="status">
        {total === 0
          ? t('{{stage}}……', { stage: stageName(stage) })
          : t('{{stage}}：{{done}}', { stage: stageName(stage), done: sayDone(stage, done, total) })}
      </p>
      <p>{t('{{by}} 于 {{at}} 开始。可以离开本页，完成后列在下面。', { by, at: sayMoment(begunAt) })}</p>
      <Refusal refusal={cancel.refusal ?? null} />
    </Section>
  )
}
