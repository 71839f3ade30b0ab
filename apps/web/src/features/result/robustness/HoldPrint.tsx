import { t } from '../../../shared/i18n/t.ts'
import { PrintSheet } from '../../../shared/print/PrintSheet.tsx'
import { leastOf, type Robustness, sayFlip, sayGrade } from './holds.ts'

/** The A4 view: one table a group, the smallest change of each unit. */
export const HoldPrint = ({ robustness }: { readonly robustness: Robustness }) => (
  <PrintSheet title={t('等次稳健性')} subtitle={robustness.planTitle} digest={robustness.runDigest} landscape>
    {robustness.groups.map((group) => (
      <table key={group.key}>
        <caption>{group.name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('名次')}</th>
            <th scope="col">{t('考核对象')}</th>
            <th scope="col">{t('总分')}</th>
            <th scope="col">{t('等次')}</th>
            <th scope="col">{t('距上一等次')}</th>
            <th scope="col">{t('高出下一等次')}</th>
            <th scope="col">{t('改变等次的最小变动')}</th>
          </tr>
        </thead>
        <tbody>
          {group.rows.map((hold) => {
            const least = leastOf(hold)
            return (
              <tr key={hold.unitId}>
                <td>{hold.rank ?? '—'}</td>
                <td>{hold.unitName}</td>
                <td>{hold.total ?? t('缺')}</td>
                <td>{sayGrade(hold.grade)}</td>
                <td>{hold.up?.points ?? '—'}</td>
                <td>{hold.down?.points ?? '—'}</td>
                <td>{least ? sayFlip(least) : '—'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    ))}
  </PrintSheet>
)
