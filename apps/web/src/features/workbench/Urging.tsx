import type { ReplyOf } from '@quanheng/contract/route'
import { listOwed } from '@quanheng/contract/workbench'
import { Link } from '@tanstack/react-router'
import { CopyButton } from '../../shared/clipboard/CopyButton.tsx'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { sayNobody } from '../../shared/people/nobody.ts'
import { Light } from '../../shared/state/Light.tsx'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { verbOf } from './verb.ts'
import styles from './workbench.module.css'

type Owed = ReplyOf<typeof listOwed>['rows'][number]

const lateness = ({ daysLate }: Owed) => {
  if (daysLate > 0) return <Light colour="red" word={t('逾期 {{days}} 天', { days: daysLate })} />
  if (daysLate === 0) return <Light colour="yellow" word={t('今日到期')} />
  return <Light colour={daysLate >= -2 ? 'yellow' : 'green'} word={t('余 {{days}} 天', { days: -daysLate })} />
}

const Copy = ({ text }: { readonly text: string }) => <CopyButton text={text} done={t('催报内容已复制')} />

const columns = (): readonly Column<Owed>[] => [
  { key: 'body', title: t('单位（科室）'), width: 130, render: (row) => row.body },
  {
    key: 'object',
    title: t('待办事项'),
    width: 220,
    render: (row) => <Link to={row.link}>{t('{{verb}}：{{object}}', { verb: verbOf(row), object: row.object })}</Link>,
  },
  { key: 'within', title: t('所属方案'), width: 170, optional: true, render: (row) => row.within },
  { key: 'due', title: t('期限'), render: (row) => row.due },
  { key: 'late', title: t('时限'), render: lateness },
  {
    key: 'people',
    title: t('联系人'),
    width: 170,
    render: (row) =>
      row.people.length === 0 ? (
        <span className={styles.missing}>{sayNobody()}</span>
      ) : (
        <ul className={styles.people}>
          {row.people.map((person) => (
            <li key={`${person.name}${person.post}`}>
              {person.name}
              <span>{word('post', person.post)}</span>
              {person.phone}
            </li>
          ))}
        </ul>
      ),
  },
  { key: 'copy', title: t('催报'), render: (row) => <Copy text={row.text} /> },
]

/** 催报: the latest first; whom to call, and what to say, shown in full when a line is opened. */
const Urging = () => (
  <DataTable
    id="workbench-urging"
    caption={t('催报')}
    route={listOwed}
    columns={columns()}
    rowKey={(row) => row.key}
    filters={[
      { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('单位、事项、方案') },
      {
        kind: 'choice',
        name: 'ahead',
        label: t('期限'),
        options: [
          { value: '0', label: t('今日到期和逾期') },
          { value: '5', label: t('5 日内到期') },
          { value: '15', label: t('15 日内到期') },
          { value: '60', label: t('60 日内到期') },
        ],
      },
    ]}
    drawer={{
      title: (row) => row.body,
      width: 520,
      content: (row) => (
        <div className={styles.urging}>
          <p className={styles.text}>{row.text}</p>
          <div>
            <Copy text={row.text} />
          </div>
        </div>
      ),
    }}
    empty={t('没有需要催报的事项。')}
  />
)

export default Urging
