import { beginCircular, editCircular } from '@quanheng/contract/circular'
import { listMeetings, showMeeting } from '@quanheng/contract/meeting'
import { listBooks, listLetterheads } from '@quanheng/contract/number-book'
import { circularKinds, circularTopics } from '@quanheng/domain/circular/model'
import { Button, Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { CiteInText } from '../../../shared/library/CiteInText.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { FilesField, type StoredFile } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import type { Circular } from '../circular.ts'
import { Addressees, type To } from './Addressees.tsx'

interface Props {
  /** A draft that is changed; absent for a new one. */
  readonly circular?: Circular
  readonly onBegun?: (circularId: string) => void
  readonly onClose: () => void
}

const oa = 'oa'
const own = 'own'

/** 起草: kind and matter, text and attachments, to whom, and by when it is to be signed for. */
const ContentDialog = ({ circular, onBegun, onClose }: Props) => {
  const [draft, setDraft] = useState({
    kind: circular?.kind ?? ('notice' as Circular['kind']),
    topic: circular?.topic ?? ('arrangement' as Circular['topic']),
    title: circular?.title ?? '',
    source: circular?.source ?? '',
    wording: circular?.wording ?? '',
    meetingId: circular?.meeting?.meetingId ?? null,
    letterheadId: circular?.letterheadId ?? null,
    bookId: circular?.bookId ?? null,
    signBy: circular?.signBy ?? '',
  })
  const [files, setFiles] = useState<readonly StoredFile[]>(circular?.files ?? [])
  const [to, setTo] = useState<To>({
    group: circular?.to.group ?? false,
    units: circular?.to.units ?? [],
    posts: (circular?.to.posts ?? []) as To['posts'],
  })
  const mayNumber = useMay('approval.drawNumber')
  const books = useQueryRoute(listBooks, {}, { enabled: mayNumber }).data?.rows ?? []
  const heads = useQueryRoute(listLetterheads, {}, { enabled: mayNumber }).data?.rows ?? []
  const decided = draft.topic === 'decision'
  const meetings = useQueryRoute(listMeetings, { query: { size: 100 } }, { enabled: decided }).data?.rows ?? []
  const meetingId = draft.meetingId ?? ''
  const meeting = useQueryRoute(showMeeting, { params: { meetingId } }, { enabled: decided && meetingId !== '' }).data
  const begin = useCommand(beginCircular, {
    onDone: ({ circularId }) => {
      onBegun?.(circularId)
      onClose()
    },
  })
  const edit = useCommand(editCircular, { onDone: onClose })
  const id = useId()
  const set = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more })
  const content = {
    ...draft,
    meetingId: decided ? draft.meetingId : null,
    bookId: draft.kind === 'briefing' ? null : draft.bookId,
    signBy: draft.signBy === '' ? null : draft.signBy,
    files: [...files],
    toGroup: to.group,
    toUnitIds: to.units.map(({ unitId }) => unitId),
    toPosts: to.posts.map(({ unitId, post }) => ({ unitId, post })),
  }
  const run = () =>
    circular
      ? edit.run({ params: { circularId: circular.id }, body: { version: circular.version, content } })
      : begin.run({ body: { content } })
  const decisions = meeting?.record?.decisions ?? []
  const takeDecisions = () => {
    const lines = decisions.map(({ topicId, text }) => {
      const name = meeting?.agenda.find((topic) => topic.topicId === topicId)?.title ?? ''
      return `${name}：${text}`
    })
    set({ wording: [draft.wording, ...lines].filter((line) => line !== '').join('\n') })
  }
  const passedOn = draft.topic === 'superior' || draft.topic === 'instruction'
  return (
    <Modal
      open
      width={820}
      title={circular ? t('修改：{{title}}', { title: circular.title }) : t('起草通报')}
      okText={t('保存')}
      cancelText={t('取消')}
      confirmLoading={begin.pending || edit.pending}
      onOk={() => void run()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.tall}>
        <div className={styles.form}>
          <span>{t('文种')}</span>
          <Radio.Group
            value={draft.kind}
            onChange={(event) => set({ kind: event.target.value as Circular['kind'] })}
            options={circularKinds.map((value) => ({ value, label: word('circularKind', value) }))}
          />
          <span>{t('事项')}</span>
          <Radio.Group
            value={draft.topic}
            onChange={(event) => set({ topic: event.target.value as Circular['topic'] })}
            options={circularTopics.map((value) => ({ value, label: word('circularTopic', value) }))}
          />
          <label htmlFor={`${id}t`}>{t('标题')}</label>
          <Input
            id={`${id}t`}
            maxLength={200}
            placeholder={t('例如：关于做好年终考评准备工作的通知')}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
          {passedOn && (
            <>
              <label htmlFor={`${id}s`}>{t('来源')}</label>
              <Input
                id={`${id}s`}
                maxLength={300}
                placeholder={t('文件名称和文号，或批示人职务和日期')}
                value={draft.source}
                onChange={(event) => set({ source: event.target.value })}
              />
            </>
          )}
          {decided && (
            <>
              <label htmlFor={`${id}m`}>{t('会议')}</label>
              <span className={styles.list}>
                <Select
                  id={`${id}m`}
                  value={draft.meetingId}
                  placeholder={t('选择作出决定的会议')}
                  options={meetings
                    .filter(({ state }) => state === 'concluded' || state === 'issued')
                    .map((row) => ({ value: row.id, label: row.title }))}
                  onChange={(value: string) => set({ meetingId: value })}
                />
                {decisions.length > 0 && (
                  <span>
                    <Button size="small" onClick={takeDecisions}>
                      {t('引入会议决定')}
                    </Button>
                  </span>
                )}
              </span>
            </>
          )}
          <label htmlFor={`${id}w`}>{t('正文')}</label>
          <Input.TextArea
            id={`${id}w`}
            rows={8}
            maxLength={20_000}
            placeholder={t('每段一行；小标题写成“一、……”')}
            value={draft.wording}
            onChange={(event) => set({ wording: event.target.value })}
          />
          <span />
          <CiteInText text={draft.wording} onText={(wording) => set({ wording })} />
          <span>{t('附件')}</span>
          <FilesField
            label={t('选择附件')}
            accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx,.txt"
            files={files}
            onChange={setFiles}
          />
          <Addressees to={to} onChange={setTo} />
          <label htmlFor={`${id}b`}>{t('签收时限')}</label>
          <Input
            id={`${id}b`}
            type="date"
            value={draft.signBy}
            onChange={(event) => set({ signBy: event.target.value })}
          />
          <label htmlFor={`${id}h`}>{t('发文机关标志')}</label>
          <Select
            id={`${id}h`}
            value={draft.letterheadId ?? own}
            options={[
              { value: own, label: t('按文种取本单位的标志') },
              ...heads
                .filter(({ active }) => active)
                .map((head) => ({ value: head.id, label: `${head.organ}${head.word}` })),
            ]}
            onChange={(value: string) => set({ letterheadId: value === own ? null : value })}
          />
          {draft.kind !== 'briefing' && (
            <>
              <label htmlFor={`${id}n`}>{t('编号')}</label>
              <Select
                id={`${id}n`}
                value={draft.bookId ?? oa}
                options={[
                  { value: oa, label: t('签发时登记 OA 编发的文号') },
                  ...books.map((book) => ({
                    value: book.id,
                    label: t('签发时按登记簿取号：{{code}}', { code: book.code }),
                  })),
                ]}
                onChange={(value: string) => set({ bookId: value === oa ? null : value })}
              />
            </>
          )}
        </div>
      </div>
      <Refusal refusal={begin.refusal ?? edit.refusal} />
    </Modal>
  )
}

export default ContentDialog
