import type { Basis } from '@quanheng/domain/kernel/basis'
import { t } from '../i18n/t.ts'
import { sayDay } from '../time/time.ts'

/** A basis in one line: the clause, or who decided and why. */
export const sayBasis = (basis: Basis): string => {
  switch (basis.kind) {
    case 'clause':
      return [basis.document, basis.article].filter(Boolean).join(' ')
    case 'interpretation':
      return t('{{by}} {{on}} 确定：{{reason}}', { by: basis.by, on: sayDay(basis.on), reason: basis.reason })
    case 'default':
      return t('默认')
  }
}
