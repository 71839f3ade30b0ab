import { scoreTable } from '@quanheng/contract/result'
import { statedGrounds } from '@quanheng/domain/decision/model'
import { Button, Input, Select } from 'antd'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import styles from '../approval.module.css'
import type { Approval } from '../approval.ts'

export interface DraftAdjustment {
  readonly itemId: string
  readonly from: string
  readonly to: string
  readonly ground: (typeof statedGrounds)[number]
  readonly reason: string
}

export const isFilled = ({ itemId, to, reason }: DraftAdjustment): boolean =>
  itemId !== '' && to.trim() !== '' && reason.trim() !== ''

const blank: DraftAdjustment = { itemId: '', from: '', to: '', ground: 'forceMajeure', reason: '' }

interface Props {
  readonly approval: Approval
  readonly rows: readonly DraftAdjustment[]
  readonly onChange: (rows: readonly DraftAdjustment[]) => void
}

/** 会议核定调整: one line for each score that the meeting decided otherwise, beside what was computed. */
export const Adjustments = ({ approval, rows, onChange }: Props) => {
  const asked = useQueryRoute(
    scoreTable,
    { params: { planId: approval.planId }, query: { resultId: approval.resultId } },
    { enabled: rows.length > 0 },
  )
  const items = (asked.data?.leaves ?? []).flatMap((leaf) =>
    leaf.rows.flatMap(({ itemId, unitName, computed, fullMark }) =>
      itemId === null ? [] : [{ value: itemId, label: `${leaf.name} · ${unitName}`, computed, fullMark }],
    ),
  )
  const set = (at: number, more: Partial<DraftAdjustment>) =>
    onChange(rows.map((row, nth) => (nth === at ? { ...row, ...more } : row)))
  return (
    <div className={styles.adjustments}>
      {rows.map((row, at) => {
        const item = items.find(({ value }) => value === row.itemId)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity of its own before it is sent
          <fieldset key={at} className={styles.adjustment}>
            <legend>{t('核定调整第 {{nth}} 项', { nth: at + 1 })}</legend>
            <Select
              aria-label={t('调整的项目')}
              placeholder={t('选择指标和考核对象')}
              showSearch={{ optionFilterProp: 'label' }}
              loading={asked.isPending}
              options={items}
              value={row.itemId || null}
              onChange={(itemId) =>
                set(at, { itemId: itemId ?? '', from: items.find(({ value }) => value === itemId)?.computed ?? '' })
              }
            />
            <span>
              {item ? t('计算得分 {{points}}，满分 {{mark}}', { points: item.computed, mark: item.fullMark }) : ''}
            </span>
            <Input
              aria-label={t('核定得分')}
              placeholder={t('核定得分')}
              maxLength={60}
              value={row.to}
              onChange={(event) => set(at, { to: event.target.value })}
            />
            <Select
              aria-label={t('调整事由')}
              options={statedGrounds.map((value) => ({ value, label: word('adjustmentGround', value) }))}
              value={row.ground}
              onChange={(ground) => set(at, { ground })}
            />
            <Input
              aria-label={t('调整理由')}
              placeholder={t('调整理由，照纪要填写')}
              maxLength={500}
              value={row.reason}
              onChange={(event) => set(at, { reason: event.target.value })}
            />
            <Button onClick={() => onChange(rows.filter((_, nth) => nth !== at))}>{t('删去这一项')}</Button>
          </fieldset>
        )
      })}
      <Button onClick={() => onChange([...rows, blank])}>{t('会议核定调整一项得分')}</Button>
      {rows.length > 0 && (
        <p className={styles.soft}>
          {t('计算得分保留不动，与核定得分并列。核对生效后本锁定版和文件作废，重新锁定、签批后以核定得分为准。')}
        </p>
      )}
    </div>
  )
}
