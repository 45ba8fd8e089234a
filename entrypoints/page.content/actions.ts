import type { OverlayActions, OverlayState } from '../../components/overlay/model';
import { t } from '../../components/shared/words';
import type { PageCapture, Toast } from '../../utils/capture';
import { searchWords } from '../../utils/consultations/search';
import type { Verdict } from '../../utils/findings/verdict';
import { sendMessage } from '../../utils/messages';
import { siteSearchUrl } from '../../utils/page/live/siteSearch';
import type { SiteSettings } from '../../utils/settings';
import type { PageTypo } from '../../utils/typos/page';
import { say } from '../../utils/words';
import type { PageSession } from './session';
import type { Tasks } from './tasks';

/** What the overlay's buttons do. Whatever fails is said in a toast; nothing is swallowed. */
export function createActions(
  state: OverlayState,
  session: PageSession,
  tasks: Tasks | null,
  hide: () => void,
): OverlayActions {
  const changeSite = (change: Partial<SiteSettings>) =>
    sendMessage('changeSite', { host: location.host, change });
  const tell = (key: string, tone: 'ok' | 'warn' = 'ok') => {
    state.toast.value = { text: say(key), tone };
  };
  const attempt = (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      const detail = say('toast.error', error instanceof Error ? error.message : String(error));
      state.toast.value = { text: say('toast.failed'), detail, tone: 'warn' };
    });

  return {
    locate: (evidence) => session.locate(evidence),
    record: (outcome, evidence) => void flag(session.capture(outcome ?? null, evidence ?? null)),
    proveNone(consultation) {
      const search = siteSearchUrl(document, searchWords(consultation));
      if (!search) return tell('consultation.noSearch', 'warn');
      const capture = session.captureMissing(consultation, t('consultation.description', consultation.title));
      void attempt(sendMessage('proveNone', { search, capture }));
    },
    answerProof(nothing) {
      const capture = state.proof.value;
      state.proof.value = null;
      if (!nothing || !capture) return;
      const proven = {
        ...capture,
        description: `${capture.description} ${t('consultation.proven', decodeURI(location.href))}`,
      };
      void attempt(sendMessage('keepProof', proven).then(showToast));
    },
    startWalk: (urls) => tasks && void attempt(tasks.startWalk(urls)),
    stopWalk: () => tasks?.stopWalk(),
    startProbe: () => tasks && void attempt(tasks.startProbe()),
    stopProbe: () => tasks?.stopProbe(),
    typeUpdate(look) {
      if (look.day) session.typeDate(look.day);
      void attempt(
        dataUrl(look.picture)
          .then((picture) => sendMessage('typeUpdate', { visit: session.visit(), ...look, picture }))
          .then(({ place, kept }) => {
            if (place) state.place.value = place;
            tell(kept ? 'typed.kept' : 'typed.notListed', kept ? 'ok' : 'warn');
          }),
      );
    },
    recordDoubt: (doubt) => void flag(session.captureDoubt(doubt)),
    confirmTypo: (typo) => decide(typo, { to: 'confirmed' }),
    ignoreTypo: (typo, ignore) => decide(typo, { to: 'ignored', ...ignore }),
    findSame: (search) =>
      sendMessage('sameElsewhere', { here: session.viewed(), search }).catch((error: unknown) => {
        void attempt(Promise.reject(error));
        return { pages: 0, places: [] };
      }),
    flagSame(typo, places) {
      const capture = session.captureTypo(typo, { to: 'confirmed' });
      void attempt(sendMessage('flagSame', { capture, places }).then(showToast)).then(() =>
        session.typos?.show(),
      );
    },
    except: (outcome, ignore) =>
      void flag(session.captureException(outcome, ignore)).then(() => session.lookUpExceptions()),
    exceptColumn: (column, ignore) =>
      void flag(session.captureColumnException(column, ignore)).then(() => session.lookUpExceptions()),
    addWholePage: (recorded) => void attempt(sendMessage('addWholePage', recorded).then(showToast)),
    undo: (entries) =>
      void attempt(
        sendMessage('undoFlag', { entries }).then(() => {
          tell('toast.undone');
          return Promise.all([session.typos?.show(), session.lookUpExceptions()]);
        }),
      ),
    annotate: (finding, annotation) =>
      void attempt(
        sendMessage('annotate', { finding, annotation }).then(() => {
          state.annotating.value = false;
          tell('toast.annotated');
        }),
      ),
    setOpen(open) {
      state.open.value = open;
      if (!open) session.forgetEvidence();
      void attempt(changeSite({ open }));
    },
    moveTo(side, top) {
      state.side.value = side;
      state.top.value = top;
      void attempt(changeSite({ side, top }));
    },
    switchOffSite() {
      void attempt(changeSite({ off: true, open: false }));
      leave('toast.offSite');
    },
    switchOff() {
      void attempt(sendMessage('changeSettings', { overlay: false }));
      leave('toast.off');
    },
    ruleItem: (item, ruling, category) =>
      void attempt(
        sendMessage('ruleItem', { item, ruling, ...(category ? { category } : {}) }).then((place) => {
          state.place.value = place;
          return next();
        }),
      ),
    nextItem: () => void attempt(next()),
    addToRoster: () =>
      void attempt(
        sendMessage('addToRoster', session.visit()).then((place) => {
          state.place.value = place;
        }),
      ),
    openWorkbench: (finding) => void attempt(sendMessage('openWorkbench', { finding })),
    dismissToast() {
      state.toast.value = null;
      state.annotating.value = false;
      if (state.leaving.value) hide();
    },
  };

  function showToast(toast: Toast): void {
    state.annotating.value = false;
    state.toast.value = toast;
  }

  function flag(capture: PageCapture): Promise<unknown> {
    return attempt(sendMessage('flag', capture).then(showToast));
  }

  function decide(typo: PageTypo, verdict: Verdict): void {
    state.hovered.value = null;
    void flag(session.captureTypo(typo, verdict)).then(() => session.typos?.show());
  }

  async function next() {
    const { opened } = await sendMessage('openNext', undefined);
    if (!opened) tell('inspection.nothingNext');
  }

  /** Closes the panel and says where the switch is; the overlay goes with the toast. */
  function leave(key: string) {
    state.open.value = false;
    state.leaving.value = true;
    session.forgetEvidence();
    tell(key);
  }
}

/** A picture as text, since messages carry nothing else; null without one. */
function dataUrl(picture: Blob | null): Promise<string | null> {
  if (!picture) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(picture);
  });
}
