import type { FieldName, NoticePart } from '@quanheng/domain/notice/model'
import type { StepKind } from '@quanheng/domain/plan/model'
import { isStepKind } from '@quanheng/domain/plan/model'
import { enNoticeLabels } from '@quanheng/messages/en/notice-labels'
import { zhNoticeLabels } from '@quanheng/messages/zh-CN/notice-labels'
import { currentLanguage } from '../../shared/i18n/language.ts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import type { Choice, Field } from './notice.ts'

const labels = () => (currentLanguage() === 'en' ? enNoticeLabels : zhNoticeLabels)

export const partWord = (part: NoticePart): string => labels().noticePart[part]
export const fieldWord = (name: FieldName): string => labels().noticeField[name]
export const stateWord = (state: Choice['state'] | undefined): string => labels().noticeState[state ?? 'undecided']

/** A value as it is read: the words of the notice, or of a kind of step its name. */
export const valueWords = ({ name }: Pick<Field, 'name'>, value: string): string => {
  if (name !== 'stepKind') return value
  return isStepKind(value) ? word('stepKind', value satisfies StepKind) : t('从名称看不出')
}
