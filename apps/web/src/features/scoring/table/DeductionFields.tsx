import { Button, Input } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../scoring.module.css'
import type { DeductionWords } from './row-words.ts'

interface Props {
  /** Lost points, exact; null while the row cannot be scored. */
  readonly lost: string | null
  readonly value: readonly DeductionWords[]
  readonly onChange: (value: readonly DeductionWords[]) => void
}

/** A reason and a clause for every part of the lost points; the parts are held against the whole by the server. */
export const DeductionFields = ({ lost, value, onChange }: Props) => {
  if (lost === null) return <p className={styles.note}>{t('数据齐备后再填写扣分理由。')}</p>
  const nothing = lost === '0' || lost.startsWith('-')
  if (nothing && value.length === 0) return <p className={styles.note}>{t('得满分，不需要扣分理由。')}</p>
  const put = (at: number, part: Partial<DeductionWords>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const drop = (at: number) => onChange(value.filter((_, index) => index !== at))
  return (
    <fieldset className={styles.deductions}>
      <legend>{nothing ? t('本行已不扣分，请删去原有理由') : t('共扣 {{lost}} 分', { lost })}</legend>
      {value.map((deduction, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and are only added at the end
        <div key={at} className={styles.deduction}>
          <Input
            aria-label={t('第 {{at}} 项扣分', { at: at + 1 })}
            prefix={t('扣')}
            suffix={t('分')}
            value={deduction.points}
            readOnly={value.length === 1 && deduction.points === lost}
            onChange={(event) => put(at, { points: event.target.value })}
          />
          <Input.TextArea
            aria-label={t('第 {{at}} 项理由', { at: at + 1 })}
            placeholder={t('为什么扣分，例如：全年新增5家，比任务少3家')}
            value={deduction.reason}
            rows={2}
            maxLength={2000}
            onChange={(event) => put(at, { reason: event.target.value })}
          />
          <Input
            aria-label={t('第 {{at}} 项条款', { at: at + 1 })}
            placeholder={t('条款')}
            value={deduction.article}
            maxLength={200}
            onChange={(event) => put(at, { article: event.target.value })}
          />
          <Button type="text" size="small" onClick={() => drop(at)}>
            {t('删除')}
          </Button>
        </div>
      ))}
      {!nothing && (
        <div>
          <Button
            size="small"
            type="dashed"
            onClick={() =>
              onChange([
                ...value,
                { points: value.length === 0 ? lost : '', reason: '', article: value.at(-1)?.article ?? '' },
              ])
            }
          >
            {value.length === 0 ? t('填写理由') : t('分几项说明')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
