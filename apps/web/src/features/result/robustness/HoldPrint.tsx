import { t } from '../../../shared/i18n/t.ts'
import { GroupsPrint } from '../locked/GroupsPrint.tsx'
import { type Hold, leastOf, type Robustness, sayFlip, sayGrade } from './holds.ts'

const sayLeast = (hold: Hold): string => {
  const least = leastOf(hold)
  return least ? sayFlip(least) : '—'
}

/** On paper: the smallest change of each unit. */
export const HoldPrint = ({ robustness }: { readonly robustness: Robustness }) => (
  <GroupsPrint
    title={t('等次稳健性')}
    landscape
    locked={robustness}
    columns={[
      { title: t('名次'), cell: ({ rank }) => rank ?? '—' },
      { title: t('考核对象'), cell: ({ unitName }) => unitName },
      { title: t('总分'), cell: ({ total }) => total ?? t('缺') },
      { title: t('等次'), cell: ({ grade }) => sayGrade(grade) },
      { title: t('距上一等次'), cell: ({ up }) => up?.points ?? '—' },
      { title: t('高出下一等次'), cell: ({ down }) => down?.points ?? '—' },
      { title: t('改变等次的最小变动'), cell: sayLeast },
    ]}
  />
)
