import { issueOfficialPaper } from '@quanheng/contract/official-paper'
import { Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { useSession } from '../../../shared/session/session.ts'
import styles from './official.module.css'
import type { Official, Standing } from './official.ts'

interface Props {
  readonly official: Official
  readonly paper: Standing
  readonly onClose: () => void
}

/** 印发: number and day, then what goes out and cannot be changed. */
const IssueDialog = ({ official, paper, onClose }: Props) => {
  const { books, givenNumber, letter } = official
  const [way, setWay] = useState(givenNumber === null ? (books[0]?.id ?? '') : '')
  const [documentNumber, setDocumentNumber] = useState(givenNumber ?? '')
  const [issuedOn, setIssuedOn] = useState(useSession().today)
  const id = useId()
  const issue = useCommand(issueOfficialPaper, {
    onDone: (done) => {
      notify(t('已以{{number}}印发', { number: done.documentNumber }), 'done')
      onClose()
    },
  })
  return (
    <WeightyAct
      act={t('印发')}
      object={letter.title}
      effects={[t('逐项核对格式和每个数据，不一致的不予印发。'), t('.docx、PDF、OFD 三份文件留存，摘要写入操作留痕。')]}
      irreversible={[t('印发后不能修改，只能撤回，文号作废。')]}
      pending={issue.pending}
      refusal={issue.refusal}
      onClose={onClose}
      onAct={() =>
        issue.run({
          params: { officialPaperId: paper.id },
          body: { version: paper.version, bookId: way === '' ? null : way, documentNumber, issuedOn },
        })
      }
    >
      <div className={styles.form}>
        <span>{letter.title}</span>
        {givenNumber === null && books.length > 0 && (
          <Radio.Group
            value={way}
            onChange={(event) => setWay(event.target.value as string)}
            options={[
              ...books.map((book) => ({
                value: book.id,
                label: t('按登记簿取下一号：{{number}}', { number: book.next }),
              })),
              { value: '', label: t('登记 OA 编发的文号') },
            ]}
          />
        )}
        {way === '' && (
          <div className={styles.field}>
            <label htmlFor={`${id}n`}>{t('发文字号')}</label>
            <Input
              id={`${id}n`}
              value={documentNumber}
              maxLength={100}
              disabled={givenNumber !== null}
              placeholder={t('机关代字〔年份〕序号，六角括号')}
              onChange={(event) => setDocumentNumber(event.target.value)}
            />
          </div>
        )}
        <div className={styles.field}>
          <label htmlFor={`${id}d`}>{t('成文日期')}</label>
          <Input id={`${id}d`} type="date" value={issuedOn} onChange={(event) => setIssuedOn(event.target.value)} />
        </div>
      </div>
    </WeightyAct>
  )
}

export default IssueDialog
