import { useBlocker } from '@tanstack/react-router'
import { t } from '../i18n/t.ts'

/** Asks before leaving only while something would be lost: pass `dirty && draft.state === 'unsaved'`, or `dirty` without a draft. */
export const useLeaveGuard = (wouldLose: boolean): void =>
  void useBlocker({
    shouldBlockFn: () => wouldLose && !window.confirm(t('本页有尚未保存的内容，离开后将丢失。确定离开吗？')),
    enableBeforeUnload: () => wouldLose,
  })
