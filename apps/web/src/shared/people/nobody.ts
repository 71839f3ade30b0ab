import { t } from '../i18n/t.ts'

/** Instead of a name where somebody should act and nobody holds the post: who can mend it. */
export const sayNobody = (): string => t('无人任职，请安全管理员登记任职')
