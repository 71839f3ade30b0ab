import { isLocalDate, weekdayOf } from '@quanheng/domain/kernel/local-date'
import { isWorkingDay } from '@quanheng/domain/kernel/working-days'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { currentLanguage } from '../../../shared/i18n/language.ts'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'
import styles from './plan.module.css'

interface Props {
  readonly value: string
  readonly onChange: (day: string) => void
  readonly label: string
  readonly id?: string
  readonly placeholder?: string
  /** Says whether offices work on the day. */
  readonly marked?: boolean
}

const weekdays = () => [t('星期一'), t('星期二'), t('星期三'), t('星期四'), t('星期五'), t('星期六'), t('星期日')]

dayjs.locale(currentLanguage() === 'en' ? 'en' : 'zh-cn')

/** A day as it is stored; under it the weekday and, by the holiday tables, whether it is a working day. */
export const DayInput = ({ value, onChange, label, id, placeholder, marked }: Props) => (
  <div>
    <DatePicker
      {...(id ? { id } : {})}
      aria-label={label}
      value={isLocalDate(value) ? dayjs(value) : null}
      format={['YYYY-MM-DD', 'YYYYMMDD', 'YYYY-M-D']}
      placeholder={placeholder ?? t('年-月-日')}
      style={{ width: 130 }}
      onChange={(day) => onChange(day?.format('YYYY-MM-DD') ?? '')}
    />
    {marked && (
      <div>
        <DayMark day={value} />
      </div>
    )}
  </div>
)

const DayMark = ({ day }: { readonly day: string }) => {
  const { calendar } = useEditor()
  if (!isLocalDate(day)) return null
  const weekday = weekdays()[weekdayOf(day) - 1]
  const working = isWorkingDay(calendar, day)
  if (!working.ok)
    return <span className={styles.heed}>{t('{{weekday}}，该年节假日表未录入', { weekday: weekday ?? '' })}</span>
  return working.value ? (
    <span className={styles.note}>{weekday}</span>
  ) : (
    <span className={styles.stop}>{t('{{weekday}}，非工作日', { weekday: weekday ?? '' })}</span>
  )
}
