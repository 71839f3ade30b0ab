import { t } from '../../../shared/i18n/t.ts'
import { PrintSheet } from '../../../shared/print/PrintSheet.tsx'
import { sayRank, sayUnregistered, type Totals } from '../result.ts'

/** The A4 view of the totals, one table a group. */
export const TotalsPrint = ({ totals }: { readonly totals: Totals }) => (
  <PrintSheet
    title={t('绩效考评总分和名次')}
    subtitle={totals.planTitle}
    digest={totals.runDigest}
    signatures={[t('绩效办主任')]}
  >
    {totals.unregistered.length > 0 && <p>{sayUnregistered(totals.unregistered)}</p>}
    {totals.groups.map((group) => (
      <table key={group.key}>
        <caption>{group.name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('名次')}</th>
            <th scope="col">{t('考核对象')}</th>
            <th scope="col">{t('总分')}</th>
            <th scope="col">{t('原始分')}</th>
            <th scope="col">{t('折算分')}</th>
          </tr>
        </thead>
        <tbody>
          {group.rows.map((row) => (
            <tr key={row.unitId}>
              <td>{sayRank(row)}</td>
              <td>{row.unitName}</td>
              <td>{row.total ?? t('缺')}</td>
              <td>{row.raw ?? t('缺')}</td>
              <td>{row.normalised ?? t('缺')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    ))}
  </PrintSheet>
)
