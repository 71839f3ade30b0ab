import { t } from '../i18n/t.ts'
import { Refusal, type RefusalProps } from './Refusal.tsx'

/** In place of what is still being read; why, where it cannot be. */
export const Pending = ({ refusal, onRetry }: Pick<RefusalProps, 'refusal' | 'onRetry'>) =>
  refusal ? <Refusal refusal={refusal} {...(onRetry && { onRetry })} /> : <p>{t('正在读取…')}</p>
