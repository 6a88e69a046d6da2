/** What a person sees who comes without the key: why, and what to do. */
export const REFUSAL_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Stet: this door needs its key</title>
<h1>This door needs its key</h1>
<p>Stet only answers the browser that was opened with its own address, so that no other page or program on this
computer can read your archive. Nothing is wrong with the archive.</p>
<ul>
<li>If you have just opened Stet from a link: <a href="/">go on to Stet</a>.</li>
<li>Else copy the whole address that Stet printed where you started it, with everything after <code>?token=</code>,
and open it in this browser.</li>
<li>If that window is gone, stop Stet and start it again: it prints a new address.</li>
</ul>
</html>
`
