import type { PluginView } from '../connection/haiilo-host.js'

/**
 * Returns a script for the head of a plug-in's page. The script sends the handshake request before the application's bundle is loaded.
 * `createHaiiloHost` takes over the response and verifies it like any other. Put the script first in the head, inline and unchanged.
 * Without a parent window or Web Crypto it does nothing.
 *
 * @param view The page that the script is for. Default: `plugin`.
 * @returns JavaScript of less than 600 bytes. It is always the same for the same view, so a content security policy can allow it by hash.
 */
export function earlyHandshake(view: PluginView = 'plugin'): string {
  return script.replace("'SUFFIX'", view === 'config' ? "'-cfg'" : "''")
}

// Keeps the events, because copied data has no origin and no source. The first kept event has our nonce, so that other messages cannot
// displace the response. After it, keeps up to 31 tokens: the host can send notifications before the bundle is loaded.
const script =
  "(w=>{let p=w.parent,c=w.crypto,s=new URLSearchParams(location.search).get('src'),e=[],n,l=m=>{try{let d=m.data,t=m.source==p&&e.length<32&&d.length<=131072&&JSON.parse(atob(d.split('.')[1].replace(/-/g,'+').replace(/_/g,'/')));t&&(e.length||t.jti===n)&&e.push(m)}catch{}};if(s&&p&&p!=w&&c&&c.subtle){s+='SUFFIX';n=c.randomUUID();w.addEventListener('message',l);w.__haiiloEarly={s,n,t:Date.now(),e,l};p.postMessage({iss:s,sub:'init',jti:n},'*')}})(window)"
