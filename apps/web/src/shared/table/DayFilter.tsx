import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { currentLanguage } from '../i18n/language.ts'

interface Props {
  readonly id: string
  readonly value: string
  readonly onChange: (day: string) => void
}

dayjs.locale(currentLanguage() === 'en' ? 'en' : 'zh-cn')

/** A day as `YYYY-MM-DD`, or empty. Loaded only where a table has such a filter. */
const DayFilter = ({ id, value, onChange }: Props) => (
  <DatePicker
    id={id}
    value={value === '' ? null : dayjs(value)}
    format="YYYY-MM-DD"
    onChange={(day) => onChange(day?.format('YYYY-MM-DD') ?? '')}
  />
)

export default DayFilter
