import type { PluginView } from '../connection/haiilo-host.js'

/**
 * A script for the head of a plug-in's page: it asks the host before the application's bundle has arrived. `createHaiiloHost` picks up
 * the waiting answer and verifies it like any other. Inline it as it is, first in the head; without a parent window or Web Crypto it
 * does nothing.
 *
 * @param view Which page of the plug-in it is for. Default: `plugin`.
 * @returns Less than 600 bytes of plain script, the same for the same view, so that a hash in a content security policy can name it.
 */
export function earlyHandshake(view: PluginView = 'plugin'): string {
  return script.replace("'SUFFIX'", view === 'config' ? "'-cfg'" : "''")
}

// Keeps events, never copied text: text has lost its origin and its source. Only what names our nonce, so that no flood of other
// messages crowds out the answer, and at most four of them.
const script =
  "(w=>{let p=w.parent,c=w.crypto,s=new URLSearchParams(location.search).get('src'),e=[],n,l=m=>{try{m.source==p&&e.length<4&&m.data.length<=131072&&JSON.parse(atob(m.data.split('.')[1].replace(/-/g,'+').replace(/_/g,'/'))).jti===n&&e.push(m)}catch{}};if(s&&p&&p!=w&&c&&c.subtle){s+='SUFFIX';n=c.randomUUID();w.addEventListener('message',l);w.__haiiloEarly={s,n,t:Date.now(),e,l};p.postMessage({iss:s,sub:'init',jti:n},'*')}})(window)"
