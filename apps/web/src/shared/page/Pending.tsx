import type { RefusedError } from '../api/refused.ts'
import { t } from '../i18n/t.ts'
import { Refusal } from './Refusal.tsx'

/** In place of what is still being read; why, where it cannot be. */
export const Pending = ({ refusal }: { readonly refusal: RefusedError | null | undefined }) =>
  refusal ? <Refusal refusal={refusal} /> : <p>{t('正在读取…')}</p>
