/** The commonest words of languages in Latin letters: enough to tell which one a text is in. */
export const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is was were that for on with as by at from has have had he she it they his her their its this be been will would after before who which are but said into out up an while when or than about not no you they them some more also police said says could been new',
  es: 'el la los las de del y que en un una unos unas con por para se su sus al es fue ha han más como lo le no según entre hasta desde sin sobre muy este esta ya está habrá había pero cuando donde años ser también dijo personas policía tras durante según otros después',
  fr: "le la les des du de et un une est dans que qui pour par sur au aux avec ce cette ces il elle ils sont a ont été ne pas plus se son sa ses leur où d l n s qu c j mais comme après avant selon fait ans deux très tous sous lors police personnes'",
  de: 'der die das und nicht ist mit den von ein eine einer einem einen auf für sich dem des im in am zu zum zur wurde wurden hat haben sind war waren es er sie wir als auch nach bei aus wird soll gibt gab ohne laut hatte hatten mehr beim vom über unter gegen ihre seine noch nur dass sagte haben worden können menschen jahre polizei doch wenn ins',
  pt: 'o a os as de do da dos das e que em no na nos nas um uma com por para se ao à às foi é são não mais como seu sua ele ela pelo pela está foram há num numa disse muito já mas quando também até após pela pessoas anos segundo depois onde polícia ter',
  it: 'il lo la gli le di del della dei delle e che in un una con per si al alla è sono ha hanno non più come nel nella dal dalla sul suo sua anche',
  nl: 'de het een en van in is dat op te voor met zijn niet aan er om ook als door naar bij uit heeft werd worden was hij ze maar dan deze',
}
