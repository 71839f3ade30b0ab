import { t } from '../i18n/t.ts'

/** What an empty list of choices says: whether to wait, or to type something else. */
export const noOption = (waiting: boolean): string => (waiting ? t('正在查找…') : t('没有符合的选项，请换个说法再找'))
