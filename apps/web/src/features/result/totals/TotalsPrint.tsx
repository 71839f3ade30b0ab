import { t } from '../../../shared/i18n/t.ts'
import { GroupsPrint } from '../locked/GroupsPrint.tsx'
import { sayRank, sayUnregistered, type Totals } from '../result.ts'

/** On paper, signed by the director of the office. */
export const TotalsPrint = ({ totals }: { readonly totals: Totals }) => (
  <GroupsPrint
    title={t('绩效考评总分和名次')}
    signatures={[t('绩效办主任')]}
    locked={totals}
    note={totals.unregistered.length > 0 && <p>{sayUnregistered(totals.unregistered)}</p>}
    columns={[
      { title: t('名次'), cell: sayRank },
      { title: t('考核对象'), cell: ({ unitName }) => unitName },
      { title: t('总分'), cell: ({ total }) => total ?? t('缺') },
      { title: t('原始分'), cell: ({ raw }) => raw ?? t('缺') },
      { title: t('折算分'), cell: ({ normalised }) => normalised ?? t('缺') },
    ]}
  />
)
