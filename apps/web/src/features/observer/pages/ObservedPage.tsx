import { exportObserved, listObserved, observedKinds } from '@quanheng/contract/observed'
import { Link } from '@tanstack/react-router'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable, type RowOf } from '../../../shared/table/DataTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'

type Line = RowOf<typeof listObserved>

/** The page of what a line concerns; figures and reports are read in the history beside the list. */
const pageOf = ({ noun, subjectId }: Line): string | null => {
  if (noun === 'sheet') return `/scoring/${subjectId}`
  if (noun === 'remark') return `/remarks?open=${subjectId}`
  return noun === 'approval' ? `/approvals/${subjectId}` : null
}

const Subject = ({ line }: { readonly line: Line }) => {
  const page = pageOf(line)
  return page === null ? line.subject : <Link to={page as never}>{line.subject}</Link>
}

const sayPerson = ({ person, post, unit }: Line): string =>
  [person, post && word('post', post), unit].filter((part) => part).join(' ')

const columns = (): readonly Column<Line>[] => [
  { key: 'at', title: t('时间'), width: 150, render: (line) => sayMoment(line.at) },
  { key: 'kind', title: t('事项'), width: 120, render: (line) => word('observed', line.kind) },
  { key: 'subject', title: t('对象'), width: 260, render: (line) => <Subject line={line} /> },
  {
    key: 'state',
    title: t('状态'),
    width: 170,
    render: ({ remarkState, owes }) =>
      remarkState && (
        <>
          <StateTag word={word('remarkState', remarkState)} tone={remarkState === 'open' ? 'waiting' : 'done'} />
          {owes && <div>{owes}</div>}
        </>
      ),
  },
  { key: 'note', title: t('事由'), width: 240, render: (line) => line.note },
  { key: 'person', title: t('办理人'), width: 240, render: sayPerson },
  { key: 'plan', title: t('方案'), width: 240, optional: true, render: (line) => line.planTitle },
]

/** 监督事项: what an observer looks at first, over the plans of the mandate, each with its history. */
const ObservedPage = () => (
  <Page>
    <DataTable
      id="observed"
      caption={t('监督事项')}
      route={listObserved}
      exportRoute={exportObserved}
      columns={columns()}
      rowKey={(line) => line.id}
      filters={[
        { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('办理人、对象') },
        {
          kind: 'choice',
          name: 'kind',
          label: t('事项'),
          options: observedKinds.map((kind) => ({ value: kind, label: word('observed', kind) })),
        },
        { kind: 'day', name: 'from', label: t('自') },
        { kind: 'day', name: 'to', label: t('至') },
      ]}
      drawer={{
        title: (line) => line.subject,
        content: (line) => <ObjectHistory subjectId={line.subjectId} />,
      }}
      empty={t('监督范围内还没有这些事项。')}
    />
  </Page>
)

export default ObservedPage
