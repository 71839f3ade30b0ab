import type { checkUnitTable } from '@quanheng/contract/organisation-table'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button } from 'antd'
import { message } from '../i18n/message.ts'
import { t } from '../i18n/t.ts'
import styles from './table-import.module.css'

type Checked = ReplyOf<typeof checkUnitTable>

/** Faults shown here; the marked workbook has all of them. */
const shown = 50

interface Props {
  readonly checked: Checked
  readonly onMarked: () => void
}

/** What an uploaded table holds: each wrong cell with its sentence, or the first lines when all is well. */
export const TableCheck = ({ checked, onMarked }: Props) =>
  checked.faults.length > 0 ? <Faults checked={checked} onMarked={onMarked} /> : <Sample checked={checked} />

const Faults = ({ checked: { faults }, onMarked }: Props) => (
  <section role="alert" className={styles.stack}>
    <p>{t('有 {{count}} 处需要修改，改好后重新上传：', { count: faults.length })}</p>
    <ul className={styles.faults}>
      {faults.slice(0, shown).map((fault) => (
        <li key={`${fault.cell}${fault.code}${JSON.stringify(fault.params)}`}>
          {fault.cell && <code>{fault.cell}</code>}
          {message(fault.code, fault.params)}
        </li>
      ))}
    </ul>
    {faults.length > shown && (
      <p className={styles.note}>{t('此处列出前 {{shown}} 处，其余见标注后的表。', { shown })}</p>
    )}
    {faults.some((fault) => fault.cell !== null) && (
      <div>
        <Button size="small" onClick={onMarked}>
          {t('下载标注后的原表')}
        </Button>
      </div>
    )}
  </section>
)

const Sample = ({ checked: { rows, columns, sample } }: Pick<Props, 'checked'>) => (
  <section className={styles.stack}>
    <p role="status">{t('共 {{rows}} 行，未发现错误。前 {{shown}} 行：', { rows, shown: sample.length })}</p>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
    <section className={styles.sample} tabIndex={0} aria-label={t('前 {{shown}} 行', { shown: sample.length })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('行')}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((line) => (
            <tr key={line.row}>
              <td>{line.row}</td>
              {columns.map((column) => (
                <td key={column.key}>{line.texts[column.key]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </section>
)
